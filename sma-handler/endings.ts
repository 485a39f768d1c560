import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SpeakAction } from '../shared/contracts/sma-response.ts';
import { say } from '../shared/domain/call-speech/words.ts';
import { hangup } from './actions/hangup.ts';
import { speak } from './actions/speak.ts';
import { factsOf, meetingOf, type CallFacts, type CallState, type MeetingPlace } from './call-state.ts';
import { connectedLegs, leg } from './legs.ts';
import { telling, type Answer, type Step } from './step.ts';

/** Words and a hangup: the last resort against silence. */
export function apologise(
  event: SmaEvent,
  facts: CallFacts | undefined,
  leaving?: MeetingPlace,
  words: readonly SpeakAction[] = [],
): Answer {
  const state: CallState = { phase: 'apologising', ...(facts === undefined ? {} : { facts }) };
  const actions = [...words, speak(say('nobodyAnswered', facts?.locale)), ...hangups(event)];
  return telling(withClosing({ kind: 'respond', state, actions }, leaving), { kind: 'apologised' });
}

/** The call ends with these words, and they are no apology. */
export function part(event: SmaEvent, facts: CallFacts, words: readonly SpeakAction[], leaving?: MeetingPlace): Answer {
  return withClosing(
    { kind: 'respond', state: { phase: 'parting', facts }, actions: [...words, ...hangups(event)] },
    leaving,
  );
}

/** Nothing is left to be done for the caller. */
export function sayGoodbye(event: SmaEvent, facts: CallFacts, leaving?: MeetingPlace): Answer {
  return part(event, facts, [speak(say('goodbye', facts.locale))], leaving);
}

/** Hangs up every leg that is still there, but for one that is known to be gone, and closes the meeting. */
export function hangUpEveryone(state: CallState, event: SmaEvent, gone?: string): Answer {
  const left = connectedLegs(event).filter(({ CallId }) => CallId !== gone);
  const facts = factsOf(state);
  const ended: CallState = { phase: 'ended', ...(facts === undefined ? {} : { facts }) };
  return withClosing(
    { kind: 'respond', state: ended, actions: left.map(({ CallId }) => hangup(CallId)) },
    meetingOf(state),
  );
}

/** Nothing to do: what is bridged stays bridged, and what is left of a list goes on. */
export function carryOn(state: CallState): Answer {
  return { kind: 'respond', state, actions: [] };
}

/** Lost track of a call: two legs are a conversation to leave alone, one is a caller who hears nothing. */
export function goOnInTheDark(state: CallState, event: SmaEvent): Answer {
  return connectedLegs(event).length > 1 ? carryOn(state) : apologise(event, undefined, meetingOf(state));
}

export function withClosing<S extends Step>(step: S, meeting: MeetingPlace | undefined): S {
  return meeting === undefined ? step : { ...step, closeMeeting: meeting };
}

/** The caller last: until then somebody may still be talking to them. */
function hangups(event: SmaEvent): ReturnType<typeof hangup>[] {
  const others = connectedLegs(event).filter(({ ParticipantTag }) => ParticipantTag !== 'LEG-A');
  return [...others.map(({ CallId }) => hangup(CallId)), hangup(leg(event, 'LEG-A')?.CallId)];
}
