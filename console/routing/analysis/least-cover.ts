import { everywhere, type Box } from './box.ts';
import { coverageOf, type CoverageOptions } from './coverage.ts';

/** Leaves out of a cover whatever it can do without. Covers of hundreds are left as they are. */
export function leastCover(
  target: Box,
  others: readonly Box[],
  by: readonly number[],
  options: CoverageOptions,
): readonly number[] {
  if (by.length > 100) return by;
  let least = by;
  // The last first: an operator thinks of the earliest rules.
  for (const left of by.toReversed()) {
    const fewer = least.filter((index) => index !== left);
    if (fewer.length === least.length) continue;
    const coverage = coverageOf(
      target,
      fewer.map((index) => others[index] ?? everywhere),
      options,
    );
    if (coverage.kind === 'covered') least = coverage.by.map((index) => fewer[index] ?? 0);
  }
  return least;
}
