import type { Explanation } from '../../../shared/domain/routing/explanation.ts';
import type { Plan } from '../../../shared/domain/routing/plan.ts';
import type { Reason } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import { describeCondition } from '../../routing/description/describe-conditions.ts';
import {
  describeAttemptPassedOver,
  describeBranchPassedOver,
  describeChoiceMade,
  describeTry,
} from '../../routing/description/describe-decision.ts';
import { describeKeys } from '../../routing/description/describe-menu.ts';
import { describeService } from '../../routing/description/describe-service.ts';

/** So many rules are named one by one; --json has all of them. */
const rulesNamed = 50;

export interface DecisionDetails {
  /** The table. */
  readonly label: string;
  readonly at: EpochMs;
  /** Between which reasons the caller chooses before the call goes anywhere. None: nothing is asked. */
  readonly asked: readonly Reason[];
}

/** Where a call goes, in order, and why. */
export function describeDecision(
  plan: Plan,
  explanation: Explanation,
  { label, at, asked }: DecisionDetails,
): string[] {
  const taken =
    plan.ruleId === 'default' ? 'no rule fits, so the default takes the call' : `rule ${plan.ruleId} takes the call`;
  return [
    `${label}, at ${new Date(at).toISOString().replace(/\.000Z$/, 'Z')}: ${taken}`,
    ...plan.attempts.map((attempt, index) => `  ${index + 1}. ${describeTry(attempt)}`),
    ...(plan.attempts.length === 0 ? ['  nobody is tried'] : []),
    ...(plan.service === undefined ? [] : [`  ${describeService(plan.service)}`]),
    ...(asked.length === 0
      ? []
      : [`that is for callers who do not choose, when they are asked: ${describeKeys(asked)}`]),
    ...section('why:', reasonsFor(plan, explanation)),
  ];
}

function reasonsFor(plan: Plan, explanation: Explanation): string[] {
  const { rulesPassedOver, branchesPassedOver, moreBranchesPassedOver, attemptsPassedOver, choices } = explanation;
  return [
    ...rulesPassedOver
      .slice(0, rulesNamed)
      .map(({ ruleId, failed }) => `${ruleId} does not fit; it asks: ${describeCondition(failed)}`),
    ...more(rulesPassedOver.length - rulesNamed, 'rules do not fit'),
    ...choices.map(describeChoiceMade),
    ...attemptsPassedOver.map(describeAttemptPassedOver),
    ...branchesPassedOver.map(describeBranchPassedOver),
    ...more(moreBranchesPassedOver, 'branches were passed over'),
    ...(explanation.defaultUsed ? [`nothing was left to try in ${plan.ruleId}: the default's attempts are made`] : []),
  ];
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`${count} more ${what}`] : [];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
