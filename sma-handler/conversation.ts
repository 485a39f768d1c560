import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SmaAction } from '../shared/contracts/sma-response.ts';
import { assertNever } from '../shared/domain/assert-never.ts';
import type { CallerKeyCommand } from '../shared/domain/routing/call-service.ts';
import { pauseCallRecording, resumeCallRecording, startCallRecording } from './actions/call-recording.ts';
import { keyCommand, listenForKeys } from './actions/caller-keys.ts';
import { stopMusic } from './actions/wait.ts';
import { attemptMade } from './attempts.ts';
import type { Connected, Following, Rejoining, Trying, Waiting } from './call-state.ts';
import { carryOn, hangUpEveryone, sayGoodbye } from './endings.ts';
import { leg, otherSide, otherSideHasLeft } from './legs.ts';
import { askAnotherTry, askSurvey } from './questions.ts';
import { telling, type Answer, type Step, type World } from './step.ts';
import { goToNext } from './waiting.ts';

/** Somebody has answered: from now on the two talk, and the function does no more than the rule asks for. */
export function beginConversation(state: Trying | Waiting, event: SmaEvent, world: World): Answer {
  return telling(join(state, event, world), { kind: 'attemptEnded', attempt: attemptMade(state), outcome: 'answered' });
}

/** An adviser whose connection was lost is back, or another one has come. */
export function goOnTalking(state: Rejoining, event: SmaEvent, world: World): Answer {
  return join(state, event, world);
}

function join(state: Trying | Waiting | Rejoining, event: SmaEvent, world: World): Answer {
  const actions = conversationActions(state, event, world);
  const starts = actions.some(({ Type }) => Type === 'StartCallRecording');
  const connected: Connected = { ...talking(state), recording: starts ? 'starting' : state.recording };
  const isMusicOn = state.phase !== 'trying' && world.waitingMusic !== undefined;
  return { kind: 'respond', state: connected, actions: actions.length === 0 && isMusicOn ? [stopMusic()] : actions };
}

/** Somebody has answered, and nothing else is asked for. */
export function talking(state: Trying | Waiting | Rejoining): Connected {
  const { facts, attemptNumber, current, remaining, recording, meeting } = state;
  return {
    phase: 'connected',
    facts: { ...facts, answered: true },
    attemptNumber,
    current,
    remaining,
    recording,
    ...(meeting === undefined ? {} : { meeting }),
    ...('advisers' in state ? { advisers: state.advisers } : {}),
  };
}

/** Recording last: when it fails, what stands after it in the list is dropped. */
function conversationActions(state: Following, event: SmaEvent, world: World): SmaAction[] {
  return [...keysOf(state, event), ...recordingOf(state, event, world)];
}

function keysOf({ facts }: Following, event: SmaEvent): SmaAction[] {
  const caller = leg(event, 'LEG-A');
  return facts.service?.keys === undefined || caller === undefined ? [] : [listenForKeys(caller.CallId)];
}

function recordingOf({ recording }: Following, event: SmaEvent, { recordings }: World): SmaAction[] {
  const caller = leg(event, 'LEG-A');
  const wanted = recording === 'wanted' && recordings !== undefined && caller !== undefined;
  return wanted ? [startCallRecording(caller.CallId, recordings)] : [];
}

/**
 * Whether the other side is gone, though nobody has told this state of it: what HANGUP told was answered by an invocation that another one
 * overlapped with. That nobody is listed is believed of actions that belong to no conversation, or that failed, alone.
 */
export function isAlone(event: SmaEvent): boolean {
  if (otherSideHasLeft(event)) return true;
  const { Type: type = '', ErrorType: errorType } = event.ActionData ?? {};
  const isTelling =
    ['Speak', 'PlayAudio', 'Pause'].includes(type) || (errorType !== undefined && !type.endsWith('CallRecording'));
  return isTelling && otherSide(event) === undefined;
}

/** Something that was asked for beside the conversation did not come about: the conversation goes on, and what else was asked for is asked for again. */
export function afterConversationActionFailed(state: Connected, event: SmaEvent, world: World): Step {
  if (isAlone(event)) return afterOtherSideLeft(state, event);
  switch (event.ActionData?.Type) {
    case 'StartCallRecording':
      return recordingFailed(state, event);
    case 'PauseCallRecording':
    case 'ResumeCallRecording':
      // The keys after it in the list were dropped.
      return { ...recordingFailed(state, event), actions: keysOf(state, event) };
    case 'ReceiveDigits':
      // It stood before the recording, which was dropped with it.
      return state.recording === 'starting'
        ? { kind: 'respond', state, actions: recordingOf({ ...state, recording: 'wanted' }, event, world) }
        : carryOn(state);
    default:
      return carryOn(state);
  }
}

/** What was asked for of the recording was not done: it is as it was before. */
export function recordingFailed(state: Connected | Rejoining, event: SmaEvent): Answer {
  const { Type: type } = event.ActionData ?? {};
  const recording = type === 'PauseCallRecording' ? 'on' : type === 'ResumeCallRecording' ? 'paused' : 'failed';
  return telling(carryOn({ ...state, recording }), { kind: 'recordingFailed' });
}

export function recordingStarted(state: Connected | Rejoining): Answer {
  if (state.recording !== 'starting') return carryOn(state);
  return telling(carryOn({ ...state, recording: 'on' }), { kind: 'recordingStarted' });
}

/** Something that was asked for beside the conversation is done. */
export function afterConversationActionDone(state: Connected, event: SmaEvent): Step {
  if (isAlone(event)) return afterOtherSideLeft(state, event);
  return event.ActionData?.Type === 'StartCallRecording' ? recordingStarted(state) : carryOn(state);
}

/** The caller pressed keys while talking. */
export function afterKeys(state: Connected, event: SmaEvent, world: World): Step {
  // The other side has left: what HANGUP asks for is not to be replaced.
  if (otherSide(event) === undefined) return carryOn(state);
  const command = keyCommand(event.ActionData?.['ReceivedDigits'], state.facts.service?.keys);
  // Some hear the keys only once: they are listened for again, whatever was pressed.
  if (command === undefined) return { kind: 'respond', state, actions: keysOf(state, event) };
  return telling(obey(command, state, event, world), { kind: 'commanded', command, from: 'caller' });
}

function obey(command: CallerKeyCommand, state: Connected, event: SmaEvent, world: World): Step {
  const caller = leg(event, 'LEG-A')?.CallId ?? '';
  switch (command) {
    case 'nextPerson':
      return goToNext(state, event, world);
    case 'hangUp':
      return hangUpEveryone(state, event);
    case 'pauseRecording': {
      if (state.recording !== 'on' && state.recording !== 'starting')
        return { kind: 'respond', state, actions: keysOf(state, event) };
      const actions = [pauseCallRecording(caller), ...keysOf(state, event)];
      return telling(
        { kind: 'respond', state: { ...state, recording: 'paused' }, actions },
        { kind: 'recordingPaused' },
      );
    }
    case 'resumeRecording': {
      if (state.recording !== 'paused') return { kind: 'respond', state, actions: keysOf(state, event) };
      const actions = [resumeCallRecording(caller), ...keysOf(state, event)];
      return telling({ kind: 'respond', state: { ...state, recording: 'on' }, actions }, { kind: 'recordingResumed' });
    }
    default:
      return assertNever(command);
  }
}

/** The other side hung up first: the caller is offered what the rule has, or the call ends. */
export function afterOtherSideLeft(state: Connected, event: SmaEvent, gone?: string): Step {
  const { facts } = state;
  const offer = facts.service?.afterwards;
  switch (offer) {
    case 'anotherTry':
      return withMeetingClosed(askAnotherTry(state), state);
    case 'survey':
      return withMeetingClosed(askSurvey(facts), state);
    case undefined:
      // A meeting can end before anybody has said a word in it.
      return state.meeting === undefined ? hangUpEveryone(state, event, gone) : sayGoodbye(event, facts, state.meeting);
    default:
      return assertNever(offer);
  }
}

function withMeetingClosed(answer: Answer, { meeting }: Connected): Answer {
  return meeting === undefined ? answer : { ...answer, closeMeeting: meeting };
}
