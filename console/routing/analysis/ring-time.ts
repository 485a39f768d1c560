import { assertNever } from '../../../shared/domain/assert-never.ts';
import {
  actionOn,
  policyOutcomes,
  type OutcomePolicy,
  type PolicyOutcome,
} from '../../../shared/domain/routing/attempt-policy.ts';
import type { BranchDirectory } from '../../../shared/domain/routing/branches.ts';
import type { AttemptRule, RoutingTable } from '../../../shared/domain/routing/table.ts';

interface Ring {
  readonly kind: string;
  readonly seconds: number;
  readonly onOutcome?: OutcomePolicy;
}

/** How long a caller may hear it ring at most, whatever the outcomes of the attempts, in seconds. */
export function longestRingSeconds(attempts: readonly AttemptRule[], table: RoutingTable): number {
  const rings = attempts.flatMap((attempt) => ringsOf(attempt, table.branches));
  // From the last to the first: what may follow each.
  const longest: number[] = [];
  for (let index = rings.length - 1; index >= 0; index -= 1)
    longest[index] = Math.max(...policyOutcomes.map((outcome) => secondsAfter(outcome, index, rings, longest)));
  return longest[0] ?? 0;
}

/** People who do not answer, or decline in the end, have been rung all the time. */
const ringsOut: readonly PolicyOutcome[] = ['notAnswered', 'declined'];

function secondsAfter(
  outcome: PolicyOutcome,
  index: number,
  rings: readonly Ring[],
  longest: readonly number[],
): number {
  const ring = rings[index];
  if (ring === undefined) return 0;
  const own = ringsOut.includes(outcome) ? ring.seconds : 0;
  const action = actionOn(outcome, ring.onOutcome);
  if (action === 'end') return own;
  const next = rings.findIndex(({ kind }, later) => later > index && (action === 'next' || kind !== ring.kind));
  return own + (next === -1 ? 0 : (longest[next] ?? 0));
}

function ringsOf(attempt: AttemptRule, branches: BranchDirectory): Ring[] {
  switch (attempt.kind) {
    case 'nearestBranch': {
      const { timeoutSeconds: seconds, onOutcome, upTo } = attempt;
      const ring = { kind: 'branch', seconds, ...(onOutcome === undefined ? {} : { onOutcome }) };
      return Array.from({ length: Math.min(upTo, branches.size) }, () => ring);
    }
    case 'choice':
      // Whichever the lot takes: the slowest.
      return attempt.from
        .flatMap(({ attempt: member }) => ringsOf(member, branches))
        .sort((a, b) => b.seconds - a.seconds)
        .slice(0, attempt.upTo);
    case 'contactCenter':
    case 'branch':
    case 'phone':
    case 'lookUp':
      return [
        {
          kind: attempt.kind,
          seconds: attempt.timeoutSeconds,
          ...(attempt.onOutcome === undefined ? {} : { onOutcome: attempt.onOutcome }),
        },
      ];
    case 'meeting':
    case 'voicemail':
    case 'message':
      return [{ kind: attempt.kind, seconds: 0 }];
    default:
      return assertNever(attempt);
  }
}
