import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { apologise, carryOn, hangUpEveryone } from '../attempts.ts';
import type { Step } from '../step.ts';
import type { CallState } from '../call-state.ts';
import { callerHasLeft, connectedLegs } from '../legs.ts';

/** An action went well: somebody answered, or our last words were said. */
export function afterActionSuccessful(state: CallState, event: SmaEvent): Step {
  if (callerHasLeft(event)) return hangUpEveryone(event, 'meeting' in state ? state.meeting : undefined);
  switch (state.phase) {
    case 'trying':
      return {
        kind: 'respond',
        state: {
          phase: 'connected',
          facts: state.facts,
          ...(state.meeting === undefined ? {} : { meeting: state.meeting }),
        },
        actions: [],
      };
    case 'connected':
      return carryOn(state);
    case 'apologising':
    case 'ended':
      // The Hangup that follows the words has its own event; any leg still here is to go all the same.
      return hangUpEveryone(event);
    case 'new':
      // Lost track: two legs are a conversation to leave alone, one is a caller who hears nothing.
      return connectedLegs(event).length > 1 ? carryOn(state) : apologise(event, undefined);
  }
}
