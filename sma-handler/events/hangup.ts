import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { hangup } from '../actions/hangup.ts';
import { hangUpEveryone } from '../attempts.ts';
import type { Step } from '../step.ts';
import type { CallState } from '../call-state.ts';
import { connectedLegs } from '../legs.ts';

/**
 * A leg ended. AWS leaves the other one up until the function hangs it up: whoever stayed would listen
 * to silence, and the call would be billed.
 */
export function afterHangup(state: CallState, event: SmaEvent): Step {
  const gone = event.ActionData?.Parameters?.CallId;
  const step = hangUpEveryone(event, 'meeting' in state ? state.meeting : undefined);
  if (step.kind !== 'respond') return step;
  // The leg that ended is gone, even where Participants does not say so.
  const actions = connectedLegs(event)
    .filter(({ CallId }) => CallId !== gone)
    .map(({ CallId }) => hangup(CallId));
  return { ...step, actions };
}
