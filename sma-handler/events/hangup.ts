import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { hangUpEveryone } from '../attempts.ts';
import { meetingOf, type CallState } from '../call-state.ts';
import type { Step } from '../step.ts';

/**
 * A leg ended. AWS leaves the other one up until the function hangs it up: whoever stayed would listen
 * to silence, and the call would be billed.
 */
export function afterHangup(state: CallState, event: SmaEvent): Step {
  // The leg that ended is gone, even where Participants does not say so.
  const gone = event.ActionData?.Parameters?.CallId;
  return hangUpEveryone(event, meetingOf(state), gone);
}
