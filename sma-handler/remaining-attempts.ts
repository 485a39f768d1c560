import { assertNever } from '../shared/domain/assert-never.ts';
import { actionOn, type PolicyOutcome } from '../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';

/** What is left to try when an attempt has failed in that way, by its policy. */
export function attemptsAfter(
  failed: Attempt,
  outcome: PolicyOutcome,
  remaining: readonly Attempt[],
): readonly Attempt[] {
  const action = actionOn(outcome, 'onOutcome' in failed ? failed.onOutcome : undefined);
  switch (action) {
    case 'next':
      return remaining;
    case 'nextKind': {
      const other = remaining.findIndex(({ kind }) => kind !== failed.kind);
      return other < 0 ? [] : remaining.slice(other);
    }
    case 'end':
      return [];
    default:
      return assertNever(action);
  }
}
