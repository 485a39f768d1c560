import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { waitARound } from '../actions/wait.ts';
import type { Waiting } from '../call-state.ts';
import type { Step, World } from '../step.ts';
import { untold } from '../untold.ts';
import { afterRound } from '../waiting.ts';

/** The words before the music, or the music, could not be had: it is waited without. */
export function afterWaitingFailed(state: Waiting, event: SmaEvent, world: World): Step {
  switch (event.ActionData?.Type) {
    case 'Speak':
      return { kind: 'respond', state: untold(state), actions: [waitARound(world.waitingMusic)] };
    case 'PlayAudio':
      return { kind: 'respond', state, actions: [waitARound(undefined)] };
    default:
      // Not even silence: the round counts as over, so that this comes to an end.
      return afterRound(state);
  }
}
