import type { Witness } from '../../../shared/contracts/caller-file.ts';

/** Callers whom one rule takes before and another, or a changed one, after. */
export interface RouteChange {
  readonly kind: 'route';
  /** Rule ids, or "default". */
  readonly before: string;
  readonly after: string;
  /** The attempts in words, and what else callers are granted. */
  readonly from: string;
  readonly to: string;
  /** A caller of both rules, whom the tables give different plans; absent when none was found. */
  readonly witness?: Witness;
}

/** A branch that callers are sent to because it is near, and that is not what it was. */
export interface BranchChange {
  readonly kind: 'branch';
  readonly id: string;
  /** "new", "gone", or what else has changed: "number, opening hours". */
  readonly change: string;
  /** A caller to whom that makes a difference; absent when none was found. */
  readonly witness?: Witness;
}

/** What callers are asked who have dialled the number, and of whom nothing is known. */
export interface MenuChange {
  readonly kind: 'menu';
  /** The menus in words. */
  readonly from: string;
  readonly to: string;
  /** A caller who is asked by one of the tables; absent when none was found. */
  readonly witness?: Witness;
}

/** What callers of whom no locale is known are taken to speak: all that they hear is in it, as far as there are words for it. */
export interface LocaleChange {
  readonly kind: 'locale';
  /** "en-US". */
  readonly from: string;
  readonly to: string;
  readonly witness?: Witness;
}

export interface TableDiff {
  /** In the order of the rules before, then of those after; the locale and the menu next, branches last. */
  readonly entries: readonly (RouteChange | LocaleChange | MenuChange | BranchChange)[];
  /** False when the tables differ in too many ways to look at all of them, or in one that is too hard to tell: there may be more. */
  readonly isComplete: boolean;
}
