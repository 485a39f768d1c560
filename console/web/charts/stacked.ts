import type { ChartModel } from './charts.ts';

/**
 * The columns of a chart as uPlot has them: times in seconds, then each series. Of a stack the last series comes first, as the
 * sum of all, so that those in front of it leave a band of it to be seen.
 */
export function columnsOf({ kind, steps, series }: ChartModel): (number | null)[][] {
  const times = steps.map((at) => at / 1000);
  if (kind === 'lines') return [times, ...series.map(({ values }) => [...values])];
  const sums: number[][] = [];
  for (const { values } of series) {
    const below = sums.at(-1);
    sums.push(values.map((value, index) => (value ?? 0) + (below?.[index] ?? 0)));
  }
  return [times, ...sums.toReversed()];
}

/** Which values have none before and none after them: the indices. */
export function aloneIn(values: readonly (number | null)[]): number[] {
  const isThere = (index: number): boolean => (values[index] ?? null) !== null;
  return [...values.keys()].filter((index) => isThere(index) && !isThere(index - 1) && !isThere(index + 1));
}
