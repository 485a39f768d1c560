import type { AttemptPassedOver, BranchPassedOver, ChoiceMade } from '../../../shared/domain/routing/explanation.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { meetingWaitSeconds } from '../../../shared/domain/routing/meeting-wait.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';

/** One try of a plan: "branch tacoma at +12065550143, rings for 20 s". */
export function describeTry(attempt: Attempt): string {
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

/** Why an attempt gave nobody to try. */
export function describeAttemptPassedOver({ attempt, because }: AttemptPassedOver): string {
  return `${attempt} gives nobody: ${because === 'locationUnknown' ? 'where the caller is, is not known' : 'no branch is open, offers the service and is near enough'}`;
}

/** What is said of a branch that is not tried, after its name. */
export const branchReasons = {
  serviceNotOffered: 'does not offer the service',
  closed: 'is closed',
  tooFar: 'is too far',
  alreadyTried: 'is tried before',
  fartherThanChosen: 'is farther than those that are tried',
  notDrawn: 'was not drawn',
} as const satisfies Record<BranchPassedOver['because'], string>;

/** Why a branch is not tried: "branch tacoma, 40.1 km away, is closed". */
export function describeBranchPassedOver({ branchId, because, kilometers }: BranchPassedOver): string {
  return `branch ${branchId}, ${kilometers.toFixed(1)} km away, ${branchReasons[because]}`;
}

/** What was drawn by lot: "by lot: m0, then m1 (of m0 1, m1 3; 4 in all)". */
export function describeChoiceMade({ chosen, from }: ChoiceMade): string {
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  const weights = from.map(({ id, weight }) => `${id} ${weight}`).join(', ');
  return `by lot: ${chosen.join(', then ')} (of ${weights}; ${total} in all)`;
}
