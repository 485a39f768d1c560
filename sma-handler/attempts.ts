import { callersNameOf, meetingNameOf } from '../shared/contracts/meeting-events.ts';
import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SpeakAction } from '../shared/contracts/sma-response.ts';
import { assertNever } from '../shared/domain/assert-never.ts';
import type { AttemptMade, ContextSending, Happening } from '../shared/domain/call-flow/happening.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';
import { say, wordsIn } from '../shared/domain/call-speech/words.ts';
import { callAndBridge } from './actions/call-and-bridge.ts';
import { hangup } from './actions/hangup.ts';
import { recordAudio } from './actions/record-audio.ts';
import { speak } from './actions/speak.ts';
import type { Following, Leaving, LeftOut, MeetingPlace, Trying } from './call-state.ts';
import { sendsContext } from './context-sending.ts';
import { apologise, part, withClosing } from './endings.ts';
import { otherSide } from './legs.ts';
import { telling, type BridgeAttempt, type MessageAttempt, type Step, type World } from './step.ts';

/** Messages one after the other in one list, so that what follows them fits into its 10 actions. */
const messagesInOneList = 6;

/** What is known when an attempt is to be made. */
export interface TryNext extends Pick<Following, 'facts' | 'remaining' | 'recording'> {
  readonly event: SmaEvent;
  readonly world: World;
  /** How many attempts were made before. */
  readonly made: number;
  /** Messages before this attempt, that have not been said yet. */
  readonly words?: readonly SpeakAction[];
  /** What PSTN Audio refused of the first of those remaining. */
  readonly without?: readonly LeftOut[];
  /** A meeting of the attempt before, which the caller did not get into, or is not in any more. */
  readonly leaving?: MeetingPlace | undefined;
  /** Nobody else is on the line, whatever the event says: the other side was never joined, or could not be hung up. */
  readonly isAlone?: boolean;
}

/** Makes the next attempt, or apologises when there is none. Whoever the caller is joined to is hung up first. */
export function tryNext(next: TryNext): Step {
  const { event, world, facts, made, recording, words = [], leaving, without } = next;
  const other = next.isAlone === true ? undefined : otherSide(event);
  if (other !== undefined) return hangUpFirst(next, other.CallId);
  const [current, ...remaining] = possible(next.remaining, world);
  if (current === undefined) return apologise(event, facts, leaving, words);

  const state: Trying = {
    phase: 'trying',
    facts,
    attemptNumber: made + 1,
    current,
    remaining,
    recording,
    ...(without === undefined ? {} : { without }),
  };
  // It makes a repeated invocation find the same meeting and the same place in it, and get the same answer.
  const { TransactionId: transactionId } = event.CallDetails;
  const token = callersNameOf(transactionId, state.attemptNumber);
  switch (current.kind) {
    case 'message':
      return afterMessage(current, state, next);
    case 'meeting': {
      const request = { requestToken: token, externalMeetingId: meetingNameOf(transactionId), externalUserId: token };
      // That it began is told when the meeting is there, or cannot be had.
      return withClosing({ kind: 'openMeeting', state, request, words }, leaving);
    }
    case 'lookUp': {
      const wish = { attempt: current, facts, idempotencyKey: token };
      return withClosing(began({ kind: 'lookUp', state, wish, words }, state), leaving);
    }
    case 'voicemail': {
      const recordingAction = recordAudio(current, world.voicemailBucket ?? '', transactionId);
      const actions = [...words, speak(wordsIn(current)), recordingAction];
      return withClosing(began({ kind: 'respond', state, actions }, state), leaving);
    }
    case 'contactCenter':
    case 'branch':
    case 'phone':
      return withClosing(ring(current, state, next), leaving);
    default:
      return assertNever(current);
  }
}

/** The other side is hung up, or the meeting left; the next of those remaining is tried when that is done. */
function hangUpFirst({ facts, made: attemptNumber, remaining, recording, leaving }: TryNext, callId: string): Step {
  const state: Leaving = {
    phase: 'leaving',
    facts,
    attemptNumber,
    remaining,
    recording,
    ...(leaving === undefined ? {} : { meeting: leaving }),
  };
  return { kind: 'respond', state, actions: [hangup(callId, 'LEG-B')] };
}

/** Which attempt this is, for whoever asks later. */
export function attemptMade({ attemptNumber, current }: Pick<Trying, 'attemptNumber' | 'current'>): AttemptMade {
  return { number: attemptNumber, kind: current.kind, id: current.id };
}

function ring(current: BridgeAttempt, trying: Trying, { event, world, words = [], made }: TryNext): Step {
  const { facts, without = [] } = trying;
  const contextId = without.includes('headers') ? undefined : facts.contextId;
  const attempt = without.includes('headers') ? withoutHeaders(current) : current;
  const ringback = without.includes('ringback') ? undefined : world.ringbackTone;
  const isQuiet = without.includes('words');
  const isTold = trying.recording === 'due' && !isQuiet;
  const notice = isTold ? [speak(say('callsAreRecorded', facts.locale))] : [];
  // A message of the table's says what is to be said; otherwise the caller is told before they wait.
  const announced = words.length > 0 || without.length > 0 ? [] : [announcement(made, event, facts.locale)];
  const bridge = callAndBridge({ attempt, callerId: facts.callerId, contextId, ringback });
  const state: Trying = isTold ? { ...trying, recording: 'wanted' } : trying;
  return began({ kind: 'respond', state, actions: [...words, ...notice, ...announced, bridge] }, state);
}

/** When a call begins, and after a question, nobody has been rung in vain of whom the caller knows. */
function announcement(made: number, event: SmaEvent, locale: string | undefined): SpeakAction {
  const { InvocationEventType: type, ActionData } = event;
  const isFirst = made === 0 || type === 'NEW_INBOUND_CALL' || ActionData?.Type === 'SpeakAndGetDigits';
  return speak(say(isFirst ? 'oneMoment' : 'tryingSomebodyElse', locale));
}

function began<S extends Step>(step: S, state: Trying): S {
  return telling(step, attemptBegan(state));
}

/** What is told of an attempt that is made; of one in a meeting, once there is one, with its id. */
export function attemptBegan(state: Trying): Extract<Happening, { kind: 'attemptBegan' }> {
  const context = contextSending(state);
  return {
    kind: 'attemptBegan',
    attempt: attemptMade(state),
    ...(context === undefined ? {} : { context }),
    ...(state.meeting === undefined ? {} : { meetingId: state.meeting.meetingId }),
  };
}

function contextSending({ facts, current, without }: Trying): ContextSending | undefined {
  if (facts.contextId === undefined) return undefined;
  if (without?.includes('headers') === true) return 'refused';
  return sendsContext(current) ? 'sent' : 'notSent';
}

/** One bad header fails the whole CallAndBridge: rather the caller without a context than no caller. */
function withoutHeaders(attempt: BridgeAttempt): BridgeAttempt {
  return attempt.kind === 'contactCenter' ? { ...attempt, headers: { profile: 'none' } } : attempt;
}

/** A message is said in the action list of what follows it; the last one ends the call. */
function afterMessage(message: MessageAttempt, state: Trying, { words = [], ...next }: TryNext): Step {
  const said = [...words, speak(wordsIn(message))];
  if (state.remaining.length === 0) return part(next.event, state.facts, said, next.leaving);
  // Full: the flow goes on when this message, the last of the list, has been said.
  if (said.length >= messagesInOneList) return withClosing({ kind: 'respond', state, actions: said }, next.leaving);
  const { without: _without, ...rest } = next;
  return tryNext({ ...rest, made: state.attemptNumber, remaining: state.remaining, words: said });
}

/** A plan is made without voicemail where there is no bucket; this is for a bucket that was taken away during the call. */
function possible(attempts: readonly Attempt[], { voicemailBucket }: World): readonly Attempt[] {
  return voicemailBucket === undefined ? attempts.filter(({ kind }) => kind !== 'voicemail') : attempts;
}
