import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallState } from '../call-state.ts';
import { carryOn } from '../endings.ts';
import { telling, type Step, type TransferTarget, type World } from '../step.ts';
import { goToNext } from '../waiting.ts';

/** Where the call is to be transferred is known, or the table has no such destination. */
export function afterDestinationFound(
  state: CallState,
  event: SmaEvent,
  world: World,
  target: TransferTarget | undefined,
): Step {
  if (target === undefined || (state.phase !== 'connected' && state.phase !== 'waiting' && state.phase !== 'rejoining'))
    return telling(carryOn(state), { kind: 'commandRefused', because: 'destination-unknown' });
  return goToNext({ ...state, remaining: [target, ...state.remaining] }, event, world);
}
