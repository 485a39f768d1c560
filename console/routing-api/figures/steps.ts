import type { EpochMs } from '../../../shared/domain/time.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** What people count time by. */
const stepsMs = [5 * minuteMs, 15 * minuteMs, 30 * minuteMs, hourMs, 3 * hourMs, 6 * hourMs, 12 * hourMs] as const;
const dayMs = 24 * hourMs;
/** More would be narrower than a line of a chart. */
const mostSteps = 100;

/** How long each step of a chart of that time is: the shortest that leaves it readable, in milliseconds. */
export function stepOf(from: EpochMs, to: EpochMs): number {
  return stepsMs.find((step) => (to - from) / step <= mostSteps) ?? dayMs;
}
