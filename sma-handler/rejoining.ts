import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { say } from '../shared/domain/call-speech/words.ts';
import { roundMilliseconds } from '../shared/domain/routing/meeting-wait.ts';
import { speak } from './actions/speak.ts';
import { waitARound } from './actions/wait.ts';
import type { Connected, MeetingPlace, Rejoining } from './call-state.ts';
import { afterOtherSideLeft, isAlone, recordingFailed, recordingStarted, talking } from './conversation.ts';
import { carryOn } from './endings.ts';
import type { Answer, Step, World } from './step.ts';

/** How long an adviser is given to come back: enough to go from one network to another. */
const returnMilliseconds = 30_000;

/** The connection of the last adviser was lost: the caller hears that they are coming back, and then music. */
export function awaitReturn(state: Connected & { readonly meeting: MeetingPlace }, world: World): Answer {
  return {
    kind: 'respond',
    state: { ...state, phase: 'rejoining', rounds: 0 },
    actions: [speak(say('adviserIsComingBack', state.facts.locale)), waitARound(world.waitingMusic)],
  };
}

/** They have left after all, or did not come back, or the meeting has ended. */
export function returnInVain(state: Rejoining, event: SmaEvent, gone?: string): Step {
  return afterOtherSideLeft(talking(state), event, gone);
}

/** Something is done while somebody is to come back: a round of waiting, or what was asked for in the conversation. */
export function afterRejoiningActionDone(state: Rejoining, event: SmaEvent, world: World): Step {
  if (isAlone(event)) return returnInVain(state, event);
  switch (event.ActionData?.Type) {
    case 'PlayAudio':
    case 'Pause':
      return afterRound(state, event, world);
    case 'StartCallRecording':
      return recordingStarted(state);
    default:
      // Words before the music: what is left of the list goes on.
      return carryOn(state);
  }
}

/** The words, or the music, could not be had: it is waited without. */
export function afterRejoiningActionFailed(state: Rejoining, event: SmaEvent, world: World): Step {
  if (isAlone(event)) return returnInVain(state, event);
  switch (event.ActionData?.Type) {
    case 'Speak':
      return { kind: 'respond', state, actions: [waitARound(world.waitingMusic)] };
    case 'PlayAudio':
      return { kind: 'respond', state, actions: [waitARound(undefined)] };
    case 'StartCallRecording':
    case 'PauseCallRecording':
    case 'ResumeCallRecording':
      return recordingFailed(state, event);
    case 'Pause':
      // Not even silence: the round counts as over, so that this comes to an end.
      return afterRound(state, event, world);
    default:
      return carryOn(state);
  }
}

/** Nobody is counted: the place of whoever is to come back has stayed in the meeting. */
function afterRound(state: Rejoining, event: SmaEvent, world: World): Step {
  const rounds = state.rounds + 1;
  if (rounds * roundMilliseconds >= returnMilliseconds) return returnInVain(state, event);
  return { kind: 'respond', state: { ...state, rounds }, actions: [waitARound(world.waitingMusic)] };
}
