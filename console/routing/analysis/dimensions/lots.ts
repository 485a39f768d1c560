import { run, type AtomSet } from '../atom-set.ts';
import type { Dimension } from '../dimension.ts';

/** One rule's lot. Which part of the callers an atom is, as fractions: from (included), below (not). */
export interface LotDimension extends Dimension {
  readonly ruleId: string;
  fractionsOf(set: AtomSet): readonly (readonly [from: number, below: number])[];
}

/**
 * The lot that a share is drawn by, for one rule id, cut at every percentage that it has: two tables that give a rule 10 and 20 per cent
 * differ for the callers between.
 */
export function lotDimension(ruleId: string, percentages: readonly number[]): LotDimension {
  const cuts = [...new Set([0, ...percentages, 100].map((percent) => Math.min(100, Math.max(0, percent))))].sort(
    (a, b) => a - b,
  );
  return {
    ruleId,
    size: cuts.length - 1,
    atomsFor: (condition) =>
      condition.kind === 'share' ? run(0, cuts.indexOf(Math.min(100, Math.max(0, condition.percent)))) : [],
    sketch: () => undefined,
    fractionsOf(set) {
      const fractions: [number, number][] = [];
      for (let index = 0; index < set.length; index += 2)
        fractions.push([(cuts[set[index] ?? 0] ?? 0) / 100, (cuts[set[index + 1] ?? 0] ?? 0) / 100]);
      return fractions;
    },
  };
}
