import type { Condition } from './condition.ts';

/** Why an earlier rule did not take the call: the first of its conditions that failed. */
export interface RulePassedOver {
  readonly ruleId: string;
  readonly failed: Condition;
}

/** Why a branch was not chosen though it is as near as one that was, or nearer, or would have come next. */
export interface BranchPassedOver {
  readonly branchId: string;
  readonly because: 'alreadyTried' | 'serviceNotOffered' | 'closed' | 'tooFar' | 'fartherThanChosen' | 'notDrawn';
  readonly kilometers: number;
}

/** Why an attempt of the chosen rule gave nothing to try. */
export interface AttemptPassedOver {
  readonly attempt: string;
  readonly because: 'locationUnknown' | 'noBranchFits';
}

/** What was drawn by lot, and from what. */
export interface ChoiceMade {
  /** In the order in which they are tried. */
  readonly chosen: readonly string[];
  readonly from: readonly { readonly id: string; readonly weight: number }[];
}

/** Why a call goes where it goes; the same for production, simulation and replay. */
export interface Explanation {
  /** The rule that fitted, or "default". */
  readonly ruleId: string;
  readonly rulesPassedOver: readonly RulePassedOver[];
  /** The nearest of them, 50 at most, and how many more there are. */
  readonly branchesPassedOver: readonly BranchPassedOver[];
  readonly moreBranchesPassedOver: number;
  readonly attemptsPassedOver: readonly AttemptPassedOver[];
  readonly choices: readonly ChoiceMade[];
  /** True when the chosen rule had nothing left to try and the default was taken in its place. */
  readonly defaultUsed: boolean;
}
