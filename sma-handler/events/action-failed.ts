import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { outcomeOfError } from '../../shared/domain/call-flow/outcome.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { apologise, carryOn, hangUpEveryone, tryNext } from '../attempts.ts';
import type { Step } from '../step.ts';
import type { CallState } from '../call-state.ts';
import { callerHasLeft, connectedLegs } from '../legs.ts';

/** An attempt failed: the next one, or an apology. */
export function afterActionFailed(state: CallState, event: SmaEvent): Step {
  const meeting = 'meeting' in state ? state.meeting : undefined;
  if (callerHasLeft(event)) return hangUpEveryone(event, meeting);
  switch (state.phase) {
    case 'trying': {
      const { facts, attemptNumber, remaining } = state;
      const again = withoutHeaders(state.current, event);
      return tryNext({ event, facts, made: attemptNumber, remaining: again === undefined ? remaining : [again, ...remaining], leaving: meeting });
    }
    case 'connected':
      return carryOn(state);
    case 'apologising':
      // Even the words failed: a plain hangup is better than silence.
      return hangUpEveryone(event);
    case 'ended':
      // A Hangup that failed has nothing left to hang up; asking again would go round for ever.
      return event.ActionData?.Type === 'Hangup' ? carryOn(state) : hangUpEveryone(event);
    case 'new':
      return connectedLegs(event).length > 1 ? carryOn(state) : apologise(event, undefined);
  }
}

/** One bad header fails the whole CallAndBridge: rather the caller without a context than no caller. */
function withoutHeaders(attempt: Attempt, event: SmaEvent): Attempt | undefined {
  const misconfigured = outcomeOfError(event.ActionData?.ErrorType) === 'misconfigured';
  if (!misconfigured || attempt.kind !== 'contactCenter' || attempt.headerProfile === 'none') return undefined;
  return { ...attempt, headerProfile: 'none' };
}
