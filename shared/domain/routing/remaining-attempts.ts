import { assertNever } from '../assert-never.ts';
import { actionOn, type PolicyOutcome } from './attempt-policy.ts';
import type { Attempt } from './plan.ts';

/**
 * What is left to try when an attempt has failed in that way, by its policy. Words between the attempts that are skipped are
 * skipped with them: a message is no other kind, only what comes after it can be. Those right before the next kind are said.
 */
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
      const other = remaining.findIndex(({ kind }) => kind !== failed.kind && kind !== 'message');
      const skipped = other < 0 ? remaining : remaining.slice(0, other);
      return remaining.slice(skipped.findLastIndex(({ kind }) => kind === failed.kind) + 1);
    }
    case 'end':
      return [];
    default:
      return assertNever(action);
  }
}
