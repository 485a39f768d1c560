import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallState } from '../call-state.ts';
import { apologise, carryOn, hangUpEveryone } from '../endings.ts';
import { callerHasLeft, connectedLegs } from '../legs.ts';
import type { Step } from '../step.ts';

/** Invocations whose reply AWS does not use: what runs goes on. */
const unanswered: readonly string[] = ['RINGING', 'ACTION_INTERRUPTED'];

/** Events that this flow does not ask for, and events that AWS may add: what runs goes on. */
export function afterOtherEvent(state: CallState, event: SmaEvent): Step {
  // Over: whoever is still there was not hung up after all.
  if (state.phase === 'ended' && !unanswered.includes(event.InvocationEventType)) return hangUpEveryone(state, event);
  const aloneInTheDark = state.phase === 'new' && connectedLegs(event).length === 1 && !callerHasLeft(event);
  return aloneInTheDark && !unanswered.includes(event.InvocationEventType)
    ? apologise(event, undefined)
    : carryOn(state);
}
