import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { apologise, carryOn } from '../attempts.ts';
import type { Step } from '../step.ts';
import type { CallState } from '../call-state.ts';
import { callerHasLeft, connectedLegs } from '../legs.ts';

/** Invocations whose reply AWS does not use: what runs goes on. */
const unanswered: readonly string[] = ['NEW_OUTBOUND_CALL', 'RINGING', 'ACTION_INTERRUPTED'];

/** Events that this flow does not ask for, and events that AWS may add: what runs goes on. */
export function afterOtherEvent(state: CallState, event: SmaEvent): Step {
  const aloneInTheDark = state.phase === 'new' && connectedLegs(event).length === 1 && !callerHasLeft(event);
  return aloneInTheDark && !unanswered.includes(event.InvocationEventType)
    ? apologise(event, undefined)
    : carryOn(state);
}
