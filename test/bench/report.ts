import { availableParallelism } from 'node:os';

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `p`: a probability. */
  readonly unit: 'ms' | 'µs' | 'kB' | 'MB' | 's' | 'calls/s' | 'times' | 'ratio' | 'count' | 'p';
  /** What was measured against what, in a line. */
  readonly how: string;
  /** What the figure should be: "≤ 100". Absent: nothing is asked of it. */
  readonly target?: string;
  /** Whether the target is met; absent without one. */
  readonly ok?: boolean;
}

/** What is asked of a figure. */
export type Target =
  | { readonly atMost: number }
  | { readonly atLeast: number }
  | { readonly above: number }
  | { readonly exactly: number };

export function judged(figure: Omit<Figure, 'target' | 'ok'>, target: Target): Figure {
  const { value } = figure;
  if ('atMost' in target) return { ...figure, target: `≤ ${target.atMost}`, ok: value <= target.atMost };
  if ('atLeast' in target) return { ...figure, target: `≥ ${target.atLeast}`, ok: value >= target.atLeast };
  if ('above' in target) return { ...figure, target: `> ${target.above}`, ok: value > target.above };
  return { ...figure, target: `= ${target.exactly}`, ok: value === target.exactly };
}

/** Prints figures as one JSON object, or as a table for people. The process fails when a target is missed. */
export function printFigures(bench: string, figures: readonly Figure[], json: boolean): void {
  const ok = figures.every((figure) => figure.ok !== false);
  if (!ok) process.exitCode = 1;
  if (json) {
    const machine = { cpus: availableParallelism(), node: process.version };
    console.log(JSON.stringify({ bench, ok, machine, figures }, undefined, 2));
    return;
  }
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, unit, how, target, ok } of figures) {
    const verdict = target === undefined ? '' : ` (${target}${ok === false ? ', MISSED' : ''})`;
    console.log(`${name.padEnd(width)}  ${String(value).padStart(8)} ${unit.padEnd(8)} ${how}${verdict}`);
  }
}

/** The value below which `share` of the samples lie, to a tenth. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return tenth(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Runs something `count` times, one after the other; how long each took, in milliseconds. */
export async function timed(count: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await run(index);
    samples.push(performance.now() - started);
  }
  return samples;
}

/**
 * What one of `count` runs takes on average, in microseconds: the best of several rounds, since whatever else the machine does
 * can only add to it. One round more than that warms up.
 */
export function bestMean(rounds: number, count: number, run: (index: number) => unknown): number {
  let best = Infinity;
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now();
    for (let index = 0; index < count; index += 1) run(index);
    const mean = ((performance.now() - started) * 1000) / count;
    if (round > 0) best = Math.min(best, mean);
  }
  return best;
}

/** How long each of `count` runs takes, in microseconds, after as many to warm up. */
export function eachTimed(count: number, run: (index: number) => unknown): number[] {
  for (let index = 0; index < count; index += 1) run(index);
  return Array.from({ length: count }, (_, index) => {
    const started = performance.now();
    run(index);
    return (performance.now() - started) * 1000;
  });
}

export function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
