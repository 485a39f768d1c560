import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import type { CallState } from '../call-state.ts';
import { attemptsAfter } from '../remaining-attempts.ts';
import type { Step, World } from '../step.ts';
import { afterAttemptFailed } from './attempt-failed.ts';

/** PSTN Audio did not take our last response: what it asked for was not done, so something else is tried. */
export function afterInvalidLambdaResponse(state: CallState, event: SmaEvent, world: World): Step {
  return afterAttemptFailed(state, event, world, ({ current, remaining }) =>
    attemptsAfter(current, outcomeOf(event), remaining),
  );
}

/** The error stands beside CallDetails here. Too many requests are nobody's mistake; anything else is ours. */
function outcomeOf({ ErrorType }: SmaEvent): PolicyOutcome {
  return ErrorType === 'ActionExecutionThrottled' ? 'unreachable' : 'misconfigured';
}
