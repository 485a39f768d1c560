import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { waitARound } from '../actions/wait.ts';
import type { CallState } from '../call-state.ts';
import { beginConversation } from '../conversation.ts';
import { goOnInTheDark } from '../endings.ts';
import type { Step, World } from '../step.ts';
import { beginWaiting, isTimeUp, leaveInVain } from '../waiting.ts';

/** Advisers were told of the caller; when none could be, nobody is waited for. */
export function afterInvited(state: CallState, event: SmaEvent, world: World, told: boolean): Step {
  if (state.phase !== 'waiting') return goOnInTheDark(state, event);
  return told ? beginWaiting(state, world) : leaveInVain(state, event, world, 'unreachable');
}

/** A round of waiting is over: somebody is there, or it goes on, or the time is up. */
export function afterAttendeesCounted(state: CallState, event: SmaEvent, world: World, others: boolean): Step {
  if (state.phase !== 'waiting') return goOnInTheDark(state, event);
  if (others) return beginConversation(state, event, world);
  if (isTimeUp(state)) return leaveInVain(state, event, world, 'notAnswered');
  return { kind: 'respond', state, actions: [waitARound(world.waitingMusic)] };
}
