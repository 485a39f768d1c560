import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { meetingWaitSeconds, roundMilliseconds } from '../shared/domain/routing/meeting-wait.ts';
import { attemptsAfter } from '../shared/domain/routing/remaining-attempts.ts';
import { say } from '../shared/domain/call-speech/words.ts';
import { speak } from './actions/speak.ts';
import { waitARound } from './actions/wait.ts';
import { attemptMade, tryNext } from './attempts.ts';
import type { Connected, Leaving, Rejoining, Waiting } from './call-state.ts';
import { telling, type Answer, type Step, type World } from './step.ts';

/** Advisers are being told: the caller hears so, and then music. */
export function beginWaiting(state: Waiting, world: World): Answer {
  const { locale } = state.facts;
  const isTold = state.recording === 'due';
  const notice = isTold ? [speak(say('callsAreRecorded', locale))] : [];
  return {
    kind: 'respond',
    state: isTold ? { ...state, recording: 'wanted' } : state,
    actions: [...notice, speak(say('adviserIsCalled', locale)), waitARound(world.waitingMusic)],
  };
}

/** A round of waiting is over: is anybody there by now? Rounds are counted, not time, so that a repeated event gives the same answer. */
export function afterRound(state: Waiting): Step {
  return { kind: 'countAttendees', state: { ...state, rounds: state.rounds + 1 }, meeting: state.meeting };
}

export function isTimeUp({ rounds, current }: Waiting): boolean {
  return rounds * roundMilliseconds >= meetingWaitSeconds(current) * 1000;
}

/** Nobody came, or nobody could be told: the meeting is left, and the next attempt made. */
export function leaveInVain(
  state: Waiting,
  event: SmaEvent,
  world: World,
  outcome: 'notAnswered' | 'unreachable',
): Step {
  const { current, remaining } = state;
  const ended = { kind: 'attemptEnded', attempt: attemptMade(state), outcome } as const;
  return telling(goToNext({ ...state, remaining: attemptsAfter(current, outcome, remaining) }, event, world), ended);
}

/** Whoever the caller is joined to is hung up, or the meeting left, and the next of those remaining is tried. */
export function goToNext(state: Connected | Waiting | Rejoining, event: SmaEvent, world: World): Step {
  const { facts, attemptNumber: made, remaining, recording, meeting: leaving } = state;
  return tryNext({ event, world, facts, made, remaining, recording, leaving });
}

/** The other side is gone, as far as anything can be done about it: the next attempt. */
export function afterLeaving(state: Leaving, event: SmaEvent, world: World): Step {
  const { facts, attemptNumber: made, remaining, recording, meeting: leaving } = state;
  return tryNext({ event, world, facts, made, remaining, recording, leaving, isAlone: true });
}

/** The meeting ended under the caller: there is nothing to hang up. */
export function afterMeetingEnded(state: Waiting, event: SmaEvent, world: World): Step {
  const { facts, attemptNumber: made, current, remaining, recording, meeting: leaving } = state;
  const left = attemptsAfter(current, 'notAnswered', remaining);
  return telling(tryNext({ event, world, facts, made, remaining: left, recording, leaving, isAlone: true }), {
    kind: 'attemptEnded',
    attempt: attemptMade(state),
    outcome: 'notAnswered',
  });
}
