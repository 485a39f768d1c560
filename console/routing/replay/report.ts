export interface ReplayExample {
  /** Where the call stands, from 1: the line of its file. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Calls that one rule took and another one would take, or the same one with other destinations, or in another way. */
export interface ReplayChange {
  readonly from: string;
  readonly to: string;
  readonly calls: number;
  /** The first few. */
  readonly examples: readonly ReplayExample[];
}

/** Some calls that have something in common. */
export interface ReplayCount {
  readonly calls: number;
  /** Where the first few of them stand, from 1. */
  readonly lines: readonly number[];
}

/** What a table would have done with calls of the past. */
export interface ReplayReport {
  readonly calls: number;
  /** The same destinations in the same order, whichever rule named them. */
  readonly unchanged: number;
  readonly changed: number;
  /** By the rules before and after, the most frequent first. */
  readonly changes: readonly ReplayChange[];
  /** Taken by a rule before, by the default now. */
  readonly newlyDefault: ReplayCount;
  /** Somebody was tried before, or could be left word; now there is nobody, or a message at most. */
  readonly newlyNobody: ReplayCount;
  /** Rules that took none of the calls, in their order. */
  readonly rulesNeverUsed: readonly string[];
}
