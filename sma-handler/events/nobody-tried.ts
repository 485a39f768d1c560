import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { apologise, carryOn, hangUpEveryone } from '../attempts.ts';
import type { CallState } from '../call-state.ts';
import { connectedLegs } from '../legs.ts';
import type { Step } from '../step.ts';

/** What an action's end calls for while nobody is being tried, whether it went well or not. */
export function afterActionWithNobodyTried(state: Exclude<CallState, { phase: 'trying' }>, event: SmaEvent): Step {
  switch (state.phase) {
    case 'connected':
      return carryOn(state);
    case 'parting':
    case 'apologising':
    case 'ended':
      // The words were said, or even they failed: any leg still here is to go rather than hear silence.
      return hangUpEveryone(event);
    case 'new':
      // Lost track: two legs are a conversation to leave alone, one is a caller who hears nothing.
      return connectedLegs(event).length > 1 ? carryOn(state) : apologise(event, undefined);
  }
}
