import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';
import { callAndBridge } from './actions/call-and-bridge.ts';
import { hangup } from './actions/hangup.ts';
import { speak } from './actions/speak.ts';
import type { Step } from './step.ts';
import type { CallFacts, CallState, MeetingPlace } from './call-state.ts';
import { connectedLegs, leg } from './legs.ts';
import { nobodyAnswered } from './speech/words.ts';

export interface TryNext {
  readonly event: SmaEvent;
  readonly facts: CallFacts;
  /** How many attempts were made before. */
  readonly made: number;
  readonly remaining: readonly Attempt[];
  /** A meeting of the attempt before, which the caller did not get into. */
  readonly leaving?: MeetingPlace | undefined;
}

/** Makes the next attempt, or apologises when there is none. */
export function tryNext({ event, facts, made, remaining, leaving }: TryNext): Step {
  const [current, ...rest] = remaining;
  if (current === undefined) return apologise(event, facts, leaving);

  const attemptNumber = made + 1;
  const state: CallState = { phase: 'trying', facts, attemptNumber, current, remaining: rest };
  if (current.kind === 'meeting') {
    const call = `${event.CallDetails.TransactionId}-${attemptNumber}`;
    // The token makes a repeated invocation find the same meeting and the same place in it.
    return withClosing(
      {
        kind: 'openMeeting',
        state,
        request: { requestToken: call, externalMeetingId: current.id, externalUserId: call },
      },
      leaving,
    );
  }
  const action = callAndBridge({ attempt: current, callerId: facts.callerId, contextId: facts.contextId });
  return withClosing({ kind: 'respond', state, actions: [action] }, leaving);
}

/** Words and a hangup: the last resort against silence. */
export function apologise(event: SmaEvent, facts: CallFacts | undefined, leaving?: MeetingPlace): Step {
  const words = nobodyAnswered(facts?.locale);
  const actions = [speak(words), hangup(leg(event, 'LEG-A')?.CallId)];
  return withClosing(
    { kind: 'respond', state: { phase: 'apologising', ...(facts === undefined ? {} : { facts }) }, actions },
    leaving,
  );
}

/** Hangs up every leg that is still there, but for one that is known to be gone, and closes the meeting. */
export function hangUpEveryone(event: SmaEvent, meeting?: MeetingPlace, gone?: string): Step {
  const left = connectedLegs(event).filter(({ CallId }) => CallId !== gone);
  const actions = left.map(({ CallId }) => hangup(CallId));
  return withClosing({ kind: 'respond', state: { phase: 'ended' }, actions }, meeting);
}

/** Nothing to do: what is bridged stays bridged. */
export function carryOn(state: CallState): Step {
  return { kind: 'respond', state, actions: [] };
}

function withClosing(step: Step, meeting: MeetingPlace | undefined): Step {
  return meeting === undefined ? step : { ...step, closeMeeting: meeting };
}
