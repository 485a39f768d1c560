import type { Witness } from '../../../shared/contracts/caller-file.ts';
import { exampleOf, witnessOf, type Example } from '../analysis/witness.ts';
import type { JointTables } from './joint-tables.ts';
import type { LotBudget } from './lot-budget.ts';

/** To explain a decision costs as much as to make so many: every rule is looked at. */
const lotsPerExplanation = 20;

export interface SearchOptions {
  readonly tables: JointTables;
  readonly budget: LotBudget;
  /** How many lots this search may have of the budget. */
  readonly most: number;
  /** Whether a lot can make a difference: then more than the first example is tried. */
  readonly mayDraw: boolean;
}

/** The first of the examples, each the same caller with another lot, to whom the tables give different plans. */
export function firstWhoNotices(
  examples: Iterable<Example>,
  { tables, budget, most, mayDraw }: SearchOptions,
): Witness | undefined {
  let left = Math.min(most, budget.lots);
  const spend = (lots: number): void => {
    left -= lots;
    budget.lots -= lots;
  };
  let isFirst = true;
  for (const each of examples) {
    const witness = witnessOf(each);
    const example = exampleOf(witness);
    if (tables.differ(example)) return witness;
    spend(1);
    // Where nobody has drawn anything, another lot comes to the same.
    if (isFirst && (!mayDraw || !tables.draw(example))) return undefined;
    if (isFirst) spend(lotsPerExplanation);
    isFirst = false;
    if (left <= 0) return undefined;
  }
  return undefined;
}
