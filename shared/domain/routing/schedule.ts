import type { EpochMs } from '../time.ts';

/**
 * Opening hours, compiled to UTC when the table is published, so that a decision needs no time zone rules:
 * open from `opensAt[i]` (inclusive) to `closesAt[i]` (exclusive); both ascending.
 */
export interface Schedule {
  readonly id: string;
  readonly opensAt: readonly EpochMs[];
  readonly closesAt: readonly EpochMs[];
  /** What lies beyond was not compiled: publish again before then. */
  readonly compiledUntil: EpochMs;
}

/** Whether the schedule is open at that moment; closed beyond what was compiled. */
export function isOpen(schedule: Pick<Schedule, 'opensAt' | 'closesAt'>, at: EpochMs): boolean {
  const started = countUpTo(schedule.opensAt, at);
  if (started === 0) return false;
  const closes = schedule.closesAt[started - 1];
  return closes !== undefined && at < closes;
}

/** How many of the ascending moments are at or before `at`. */
function countUpTo(moments: readonly EpochMs[], at: EpochMs): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
