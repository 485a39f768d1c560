import type { PassedOverRule } from '../../../shared/contracts/simulation.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';
import type { Explanation } from '../../../shared/domain/routing/explanation.ts';
import { describeAttemptPassedOver, describeChoiceMade } from '../description/describe-decision.ts';
import { describeFailed } from '../description/describe-failed.ts';

/** Why each rule before the one that fits does not: the first condition that does not hold, and what the caller has in its place. */
export function rulesPassedOver(explanation: Explanation, caller: Caller): PassedOverRule[] {
  return explanation.rulesPassedOver.map(({ ruleId, failed }) => ({
    ruleId,
    condition: failed.kind,
    ...describeFailed(failed, caller),
  }));
}

/** What else led there, in words. */
export function whyElse({ choices, attemptsPassedOver, defaultUsed, ruleId }: Explanation): string[] {
  return [
    ...choices.map(describeChoiceMade),
    ...attemptsPassedOver.map(describeAttemptPassedOver),
    ...(defaultUsed ? [`nothing was left to try in ${ruleId}: the default's attempts are made`] : []),
  ];
}
