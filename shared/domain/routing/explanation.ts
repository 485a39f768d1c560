import type { Condition } from './condition.ts';

/** Why an earlier rule did not take the call: the first of its conditions that failed. */
export interface RulePassedOver {
  readonly ruleId: string;
  readonly failed: Condition;
}

/** Why a branch was not chosen. */
export interface BranchPassedOver {
  readonly branchId: string;
  readonly because: 'serviceNotOffered' | 'closed' | 'tooFar' | 'fartherThanChosen';
  readonly kilometers?: number;
}

/** Why an attempt of the chosen rule gave nothing to try. */
export interface AttemptPassedOver {
  readonly attempt: string;
  readonly because: 'locationUnknown' | 'noBranchFits';
}

/** Why a call goes where it goes; the same for production, simulation and replay. */
export interface Explanation {
  /** The rule that fitted, or "default". */
  readonly ruleId: string;
  readonly rulesPassedOver: readonly RulePassedOver[];
  readonly branchesPassedOver: readonly BranchPassedOver[];
  readonly attemptsPassedOver: readonly AttemptPassedOver[];
  /** True when the chosen rule had nothing left to try and the default was taken in its place. */
  readonly defaultUsed: boolean;
}
