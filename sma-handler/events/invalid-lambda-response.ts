import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallState } from '../call-state.ts';
import type { Step } from '../step.ts';
import { afterAttemptFailed } from './attempt-failed.ts';

/** PSTN Audio did not take our last response: what it asked for was not done, so something else is tried. */
export function afterInvalidLambdaResponse(state: CallState, event: SmaEvent): Step {
  return afterAttemptFailed(state, event);
}
