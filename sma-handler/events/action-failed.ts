import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { outcomeOfError } from '../../shared/domain/call-flow/outcome.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { carryOn } from '../attempts.ts';
import type { CallState } from '../call-state.ts';
import type { Step } from '../step.ts';
import { afterAttemptFailed } from './attempt-failed.ts';

/** An action failed: the next attempt, or an apology. */
export function afterActionFailed(state: CallState, event: SmaEvent): Step {
  // A Hangup that failed has nothing left to hang up; asking again would go round for ever.
  if (state.phase === 'ended' && event.ActionData?.Type === 'Hangup') return carryOn(state);
  return afterAttemptFailed(state, event, state.phase === 'trying' ? withoutHeaders(state.current, event) : []);
}

/** One bad header fails the whole CallAndBridge: rather the caller without a context than no caller. */
function withoutHeaders(attempt: Attempt, event: SmaEvent): readonly Attempt[] {
  const misconfigured = outcomeOfError(event.ActionData?.ErrorType) === 'misconfigured';
  if (!misconfigured || attempt.kind !== 'contactCenter' || attempt.headerProfile === 'none') return [];
  return [{ ...attempt, headerProfile: 'none' }];
}
