import { availableParallelism } from 'node:os';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'calls/s';
  /** What was measured against what, in a line. */
  readonly how: string;
}

/** Prints figures as one JSON object, or as a table for people. */
export function printFigures(bench: string, figures: readonly Figure[], json: boolean): void {
  if (json) {
    const machine = { cpus: availableParallelism(), node: process.version };
    console.log(JSON.stringify({ bench, ok: true, machine, figures }, undefined, 2));
    return;
  }
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, unit, how } of figures)
    console.log(`${name.padEnd(width)}  ${String(value).padStart(8)} ${unit.padEnd(8)} ${how}`);
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
