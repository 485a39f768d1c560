/** How many callers may still be tried. */
export interface LotBudget {
  lots: number;
}

/** For all changes of a comparison together: about a second. */
export const lotsPerComparison = 40_000;
/** What every change may still have when all that is spent. */
const fewestLots = 20;

/** One change's part of what all changes may cost. */
export function partOf(all: LotBudget, most: number): LotBudget {
  const lots = Math.max(fewestLots, Math.min(most, all.lots));
  all.lots -= lots;
  return { lots };
}

/** What has not been needed is there for the others. */
export function giveBack(part: LotBudget, all: LotBudget): void {
  all.lots += Math.max(0, part.lots);
}
