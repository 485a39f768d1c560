import type { BranchPassedOver, ChoiceMade, Explanation } from '../../../shared/domain/routing/explanation.ts';
import type { Attempt, Plan } from '../../../shared/domain/routing/plan.ts';
import { meetingWaitSeconds } from '../../../shared/domain/routing/meeting-wait.ts';
import type { Reason } from '../../../shared/domain/routing/table.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import { describeCondition } from '../../routing/description/describe-conditions.ts';
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

function describeTry(attempt: Attempt): string {
  switch (attempt.kind) {
    case 'contactCenter':
      return `contact centre ${attempt.id}, rings for ${attempt.timeoutSeconds} s`;
    case 'branch':
    case 'phone':
      return `${attempt.kind} ${attempt.id} at ${attempt.number}, rings for ${attempt.timeoutSeconds} s`;
    case 'meeting':
      return `meeting ${attempt.id}, waits for ${meetingWaitSeconds(attempt)} s`;
    case 'lookUp':
      return `whoever ${attempt.id} names, rings for ${attempt.timeoutSeconds} s`;
    case 'message':
      return `words: ${attempt.words}`;
    case 'voicemail':
      return `voicemail, up to ${attempt.maximumSeconds} s: ${attempt.words}`;
    default:
      return assertNever(attempt);
  }
}

function reasonsFor(plan: Plan, explanation: Explanation): string[] {
  const { rulesPassedOver, branchesPassedOver, moreBranchesPassedOver, attemptsPassedOver, choices } = explanation;
  return [
    ...rulesPassedOver
      .slice(0, rulesNamed)
      .map(({ ruleId, failed }) => `${ruleId} does not fit; it asks: ${describeCondition(failed)}`),
    ...more(rulesPassedOver.length - rulesNamed, 'rules do not fit'),
    ...choices.map(describeChoice),
    ...attemptsPassedOver.map(
      ({ attempt, because }) =>
        `${attempt} gives nobody: ${because === 'locationUnknown' ? 'where the caller is, is not known' : 'no branch is open, offers the service and is near enough'}`,
    ),
    ...branchesPassedOver.map(describeBranch),
    ...more(moreBranchesPassedOver, 'branches were passed over'),
    ...(explanation.defaultUsed ? [`nothing was left to try in ${plan.ruleId}: the default's attempts are made`] : []),
  ];
}

const branchReasons = {
  serviceNotOffered: 'does not offer the service',
  closed: 'is closed',
  tooFar: 'is too far',
  alreadyTried: 'is tried before',
  fartherThanChosen: 'is farther than those that are tried',
  notDrawn: 'was not drawn',
} as const satisfies Record<BranchPassedOver['because'], string>;

function describeBranch({ branchId, because, kilometers }: BranchPassedOver): string {
  return `branch ${branchId}, ${kilometers.toFixed(1)} km away, ${branchReasons[because]}`;
}

function describeChoice({ chosen, from }: ChoiceMade): string {
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  const weights = from.map(({ id, weight }) => `${id} ${weight}`).join(', ');
  return `by lot: ${chosen.join(', then ')} (of ${weights}; ${total} in all)`;
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`${count} more ${what}`] : [];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
