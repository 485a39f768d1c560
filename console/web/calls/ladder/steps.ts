import { destinationName } from '../../simulator/destinations.ts';
import type { CallRecordAnswer } from '../../../../shared/contracts/calls-api.ts';
import { durationWords } from '../../ui/duration.ts';
import { outcomeTones, outcomeWords, ruleWords } from '../words.ts';
import { callerLane, lambdaLane, laneOfAttempt, pstnLane, type LaneId } from './lanes.ts';

type Happening = CallRecordAnswer['happenings'][number];

/** Something that goes from one lane to another, or happens in one (`from` is `to`). */
export interface Step {
  readonly from: LaneId;
  readonly to: LaneId;
  readonly words: string;
  readonly detail?: string;
  readonly tone?: 'neutral' | 'good' | 'warning' | 'error' | 'info';
}

/** `cause`: what the function was told; `thought`: what it made of that; `effect`: what its answer set going. */
export interface PlacedStep {
  readonly place: 'cause' | 'thought' | 'effect';
  readonly step: Step;
}

/** What the records before tell. */
export interface Before {
  /** Of the attempt whose outcome it is. */
  readonly rangMs: number | undefined;
  /** Who was rung last. */
  readonly otherSide: LaneId | undefined;
}

/** What a happening looks like on the ladder. */
export function stepOf(happening: Happening, before: Before): PlacedStep {
  switch (happening.kind) {
    case 'routed': {
      const { ruleId, tableVersion, destinations } = happening;
      const version = tableVersion === undefined ? '' : ` of version ${tableVersion}`;
      const plan = destinations.length === 0 ? 'nobody to try' : destinations.map(destinationName).join(', then ');
      return thought(`Decided by ${ruleWords(ruleId)}${version}`, { detail: plan });
    }
    case 'attemptBegan': {
      const { attempt, context } = happening;
      const step = { to: laneOfAttempt(attempt), words: beganWords(happening) };
      // The function asks for it by itself, before it answers.
      if (attempt.kind === 'lookUp') return { place: 'thought', step: { from: lambdaLane, ...step } };
      const about = context === undefined ? {} : { detail: contextDetails[context] };
      return effect(pstnLane, step.to, step.words, about);
    }
    case 'attemptEnded': {
      const { attempt, outcome, errorType } = happening;
      const after = before.rangMs === undefined ? '' : ` after ${durationWords(before.rangMs)}`;
      const words = `${capital(outcomeWords[outcome])}${after}`;
      const about = { tone: outcomeTones[outcome], ...(errorType === undefined ? {} : { detail: errorType }) };
      if (outcome === 'callerLeft') return cause(callerLane, pstnLane, words, about);
      const from = laneOfAttempt(attempt);
      return attempt.kind === 'lookUp'
        ? { place: 'thought', step: { from, to: lambdaLane, words, ...about } }
        : cause(from, pstnLane, words, about);
    }
    case 'voicemailLeft':
      return cause(laneOfAttempt(happening.attempt), pstnLane, 'The caller left a message', { tone: 'good' });
    case 'legEnded': {
      const { leg, sipResponseCode } = happening;
      const about = sipResponseCode === undefined || sipResponseCode === 0 ? {} : { detail: `SIP ${sipResponseCode}` };
      return leg === 'LEG-A'
        ? cause(callerLane, pstnLane, "The caller's leg ended", about)
        : cause(before.otherSide ?? pstnLane, pstnLane, "The other side's leg ended", about);
    }
    case 'menuAnswered':
      return fromCaller(
        happening.reasonId === undefined ? 'Chose no reason' : `Chose the reason ${happening.reasonId}`,
      );
    case 'callbackAnswered':
      return fromCaller(happening.yes ? 'Took the call back' : 'Did not take the call back: perhaps a voicemail');
    case 'recordingAnswered':
      return fromCaller(happening.yes ? 'Agreed to be recorded' : 'Did not agree to be recorded');
    case 'anotherTryAnswered':
      return fromCaller(happening.yes ? 'Wants another try' : 'Wants no other try');
    case 'surveyAnswered':
      return fromCaller(happening.mark === undefined ? 'Gave no mark' : `Gave the call a mark of ${happening.mark}`);
    case 'menuAsked':
      return toCaller('Asked for the reason');
    case 'callbackAsked':
      return toCaller('Asked whether to go on with the call back');
    case 'recordingAsked':
      return toCaller('Asked for consent to record');
    case 'anotherTryOffered':
      return toCaller('Offered another try');
    case 'surveyAsked':
      return toCaller('Asked for a mark');
    case 'apologised':
      return toCaller('Told that nobody could be reached', { tone: 'error' });
    case 'recordingStarted':
      return cause(pstnLane, pstnLane, 'Recording has begun');
    case 'recordingFailed':
      return cause(pstnLane, pstnLane, 'Recording failed', { tone: 'warning' });
    case 'recordingPaused':
      return cause(pstnLane, pstnLane, 'Recording paused');
    case 'recordingResumed':
      return cause(pstnLane, pstnLane, 'Recording goes on');
    case 'commanded': {
      const { command, from, destination } = happening;
      const words = `${from === 'operator' ? 'Told from the console' : 'Asked for by the caller'}: ${commandWords(command)}`;
      const about = destination === undefined ? {} : { detail: destination };
      return from === 'operator' ? thought(words, about) : fromCaller(words, about);
    }
    case 'commandRefused':
      return thought('A command was refused', { detail: happening.because, tone: 'warning' });
    case 'breached':
      return thought("The answer broke one of the flow's own rules, and was replaced", {
        detail: happening.rule,
        tone: 'error',
      });
  }
}

type About = Pick<Step, 'detail' | 'tone'>;

const contextDetails = {
  sent: 'with the id of the context',
  refused: 'without the context: it was refused before',
  notSent: 'without the context: it cannot be sent there',
} as const;

function beganWords({ attempt }: Extract<Happening, { kind: 'attemptBegan' }>): string {
  const { number, kind } = attempt;
  switch (kind) {
    case 'meeting':
      return `Attempt ${number}: waits in a meeting`;
    case 'lookUp':
      return `Attempt ${number}: asks who is to take the call`;
    case 'message':
      return `Attempt ${number}: says a message`;
    case 'voicemail':
      return `Attempt ${number}: asks for a message`;
    case 'contactCenter':
    case 'branch':
    case 'phone':
      return `Attempt ${number}: rings`;
  }
}

function commandWords(command: string): string {
  const words: Readonly<Record<string, string>> = {
    transfer: 'transfer',
    hangUp: 'hang up',
    mute: 'mute',
    unmute: 'unmute',
    adviserJoined: 'an adviser has joined the meeting',
    adviserLeft: 'an adviser has left the meeting',
    adviserDropped: "an adviser's connection was lost",
  };
  return words[command] ?? command;
}

function cause(from: LaneId, to: LaneId, words: string, about: About = {}): PlacedStep {
  return { place: 'cause', step: { from, to, words, ...about } };
}

function fromCaller(words: string, about: About = {}): PlacedStep {
  return cause(callerLane, pstnLane, words, about);
}

function thought(words: string, about: About = {}): PlacedStep {
  return { place: 'thought', step: { from: lambdaLane, to: lambdaLane, words, ...about } };
}

function effect(from: LaneId, to: LaneId, words: string, about: About = {}): PlacedStep {
  return { place: 'effect', step: { from, to, words, ...about } };
}

function toCaller(words: string, about: About = {}): PlacedStep {
  return effect(pstnLane, callerLane, words, about);
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
