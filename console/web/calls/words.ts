import type { CallSummaryAnswer } from '../../../shared/contracts/calls-api.ts';
import type { Ingress } from '../../../shared/domain/call-context.ts';
import type { CallEnding } from '../../../shared/domain/call-flow/call-story.ts';
import type { Outcome } from '../../../shared/domain/call-flow/outcome.ts';
import { defaultDestination } from '../../../shared/domain/routing/plan.ts';

type Tone = 'neutral' | 'good' | 'warning' | 'error' | 'info';

/** How a call ended, in the order in which charts stack them. */
export const endingWords: Readonly<Record<CallEnding, string>> = {
  answered: 'answered',
  voicemailLeft: 'message left',
  told: 'told something',
  callbackDeclined: 'call back declined',
  hungUp: 'ended by an operator',
  callerLeft: 'caller hung up',
  unanswered: 'nobody reached',
  underWay: 'under way',
};

export const endingTones: Readonly<Record<CallEnding, Tone>> = {
  answered: 'good',
  voicemailLeft: 'good',
  told: 'neutral',
  callbackDeclined: 'neutral',
  hungUp: 'neutral',
  callerLeft: 'warning',
  unanswered: 'error',
  underWay: 'info',
};

export const entryWords: Readonly<Record<Ingress, string>> = {
  'alexa-skill-call': 'Alexa skill',
  'alexa-smart-properties': 'Alexa Smart Properties',
  callback: 'call back',
  phone: 'telephone',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  answered: 'answered',
  notAnswered: 'not answered',
  declined: 'declined',
  unreachable: 'could not be reached',
  misconfigured: 'wrongly set up',
  callerLeft: 'caller hung up while it rang',
};

export const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  answered: 'good',
  notAnswered: 'warning',
  declined: 'warning',
  unreachable: 'error',
  misconfigured: 'error',
  callerLeft: 'warning',
};

/** "rule lost-card", "the default", "no table". */
export function ruleWords(ruleId: string): string {
  if (ruleId === 'default') return 'the default';
  return ruleId === defaultDestination ? 'no table: default destination' : `rule ${ruleId}`;
}

type InShort = Pick<CallSummaryAnswer, 'contextSent' | 'contextDelivered'>;

/** Whether the other side was sent the caller's context, and looked at it. */
export function contextWords({ contextSent, contextDelivered }: InShort): string {
  if (contextDelivered === true) return 'sent, read';
  if (!contextSent) return 'not sent';
  // Who looked is written down when the call ends.
  return contextDelivered === false ? 'sent, not read' : 'sent';
}

/** "queen-anne (closed), tacoma (farther than chosen)" of what records say in short. */
export function passedOverWords(passedOver: string): string {
  const told = passedOver.split('/').map((each) => {
    const [id = '', because] = each.split(':');
    return because === undefined
      ? id
      : `${id} (${because.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)})`;
  });
  return told.join(', ');
}
