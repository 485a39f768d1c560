/** Something that callers have one value of, and that a rule wants to be one of a few. */
export type Dimension =
  | { readonly kind: 'reason' | 'entry' | 'country' | 'state' }
  /** So many parts of the locale: 1 is the language alone. */
  | { readonly kind: 'locale'; readonly parts: number }
  /** So many first characters. */
  | { readonly kind: 'postalPrefix' | 'callerPrefix'; readonly length: number }
  /** The whole value; with a length, so many first characters of it. */
  | { readonly kind: 'attribute'; readonly name: string; readonly length?: number };

export interface PlannedDimension {
  readonly dimension: Dimension;
  /** How many values rules require in it, all together. */
  readonly values: number;
}

/** Rules that are found by the same dimensions. None: only asking finds them. */
export interface RuleGroup {
  /** Positions in `dimensions`. */
  readonly by: readonly number[];
  /** Positions in the table's rules, ascending. */
  readonly rules: readonly number[];
}

/**
 * By what each rule is found when a call comes: chosen when a table is published, plain data.
 * It only says where to look. Whether a rule fits is for its conditions to say.
 */
export interface RuleIndexPlan {
  readonly dimensions: readonly PlannedDimension[];
  readonly groups: readonly RuleGroup[];
}
