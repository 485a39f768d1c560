import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SpeakAction } from '../shared/contracts/sma-response.ts';
import { assertNever } from '../shared/domain/assert-never.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';
import { callAndBridge } from './actions/call-and-bridge.ts';
import { hangup } from './actions/hangup.ts';
import { recordAudio } from './actions/record-audio.ts';
import { speak } from './actions/speak.ts';
import type { CallFacts, CallState, MeetingPlace, Trying } from './call-state.ts';
import { connectedLegs, leg } from './legs.ts';
import { nobodyAnswered, wordsIn } from './speech/words.ts';
import type { MessageAttempt, Step, World } from './step.ts';

/** Messages one after the other in one list, so that what follows them fits into its 10 actions. */
const messagesInOneList = 8;

export interface TryNext {
  readonly event: SmaEvent;
  readonly world: World;
  readonly facts: CallFacts;
  /** How many attempts were made before. */
  readonly made: number;
  readonly remaining: readonly Attempt[];
  /** Messages before this attempt, that have not been said yet. */
  readonly words?: readonly SpeakAction[];
  /** A meeting of the attempt before, which the caller did not get into. */
  readonly leaving?: MeetingPlace | undefined;
}

/** Makes the next attempt, or apologises when there is none. */
export function tryNext(next: TryNext): Step {
  const { event, world, facts, made, words = [], leaving } = next;
  const [current, ...remaining] = possible(next.remaining, world);
  if (current === undefined) return apologise(event, facts, leaving, words);

  const state: Trying = { phase: 'trying', facts, attemptNumber: made + 1, current, remaining };
  // It makes a repeated invocation find the same meeting and the same place in it, and get the same answer.
  const token = `${event.CallDetails.TransactionId}-${state.attemptNumber}`;
  switch (current.kind) {
    case 'message':
      return afterMessage(current, state, next);
    case 'meeting': {
      const request = { requestToken: token, externalMeetingId: current.id, externalUserId: token };
      return withClosing({ kind: 'openMeeting', state, request, words }, leaving);
    }
    case 'lookUp': {
      const wish = { attempt: current, facts, idempotencyKey: token };
      return withClosing({ kind: 'lookUp', state, wish, words }, leaving);
    }
    case 'voicemail': {
      const recording = recordAudio(current, world.voicemailBucket ?? '', event.CallDetails.TransactionId);
      const actions = [...words, speak(wordsIn(current)), recording];
      return withClosing({ kind: 'respond', state, actions }, leaving);
    }
    case 'contactCenter':
    case 'branch':
    case 'phone': {
      const bridge = callAndBridge({ attempt: current, callerId: facts.callerId, contextId: facts.contextId });
      return withClosing({ kind: 'respond', state, actions: [...words, bridge] }, leaving);
    }
    default:
      return assertNever(current);
  }
}

/** Words and a hangup: the last resort against silence. */
export function apologise(
  event: SmaEvent,
  facts: CallFacts | undefined,
  leaving?: MeetingPlace,
  words: readonly SpeakAction[] = [],
): Step {
  const actions = [...words, speak(nobodyAnswered(facts?.locale)), hangup(leg(event, 'LEG-A')?.CallId)];
  return withClosing(
    { kind: 'respond', state: { phase: 'apologising', ...(facts === undefined ? {} : { facts }) }, actions },
    leaving,
  );
}

/** The call ends with these words, and they are no apology. */
export function part(event: SmaEvent, facts: CallFacts, words: readonly SpeakAction[], leaving?: MeetingPlace): Step {
  const actions = [...words, hangup(leg(event, 'LEG-A')?.CallId)];
  return withClosing({ kind: 'respond', state: { phase: 'parting', facts }, actions }, leaving);
}

/** Hangs up every leg that is still there, but for one that is known to be gone, and closes the meeting. */
export function hangUpEveryone(event: SmaEvent, meeting?: MeetingPlace, gone?: string): Step {
  const left = connectedLegs(event).filter(({ CallId }) => CallId !== gone);
  const actions = left.map(({ CallId }) => hangup(CallId));
  return withClosing({ kind: 'respond', state: { phase: 'ended' }, actions }, meeting);
}

/** Nothing to do: what is bridged stays bridged, and what is left of a list goes on. */
export function carryOn(state: CallState): Step {
  return { kind: 'respond', state, actions: [] };
}

/** A message is said in the list of what follows it; the last one ends the call. */
function afterMessage(message: MessageAttempt, state: Trying, { words = [], ...next }: TryNext): Step {
  const said = [...words, speak(wordsIn(message))];
  if (state.remaining.length === 0) return part(next.event, state.facts, said, next.leaving);
  // Full: the flow goes on when this message, the last of the list, has been said.
  if (said.length >= messagesInOneList) return withClosing({ kind: 'respond', state, actions: said }, next.leaving);
  return tryNext({ ...next, made: state.attemptNumber, remaining: state.remaining, words: said });
}

/** A plan is made without voicemail where there is no bucket; this is for a bucket that was taken away during the call. */
function possible(attempts: readonly Attempt[], { voicemailBucket }: World): readonly Attempt[] {
  return voicemailBucket === undefined ? attempts.filter(({ kind }) => kind !== 'voicemail') : attempts;
}

function withClosing(step: Step, meeting: MeetingPlace | undefined): Step {
  return meeting === undefined ? step : { ...step, closeMeeting: meeting };
}
