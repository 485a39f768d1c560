import type { EpochMs } from './time.ts';

/** How long a draft of a routing table is kept after it was saved last: 30 days. */
export const draftKeptMs = 30 * 24 * 60 * 60 * 1000;

/** Whether a draft is past its time, whether or not it has been swept. */
export function draftIsOver(savedAt: EpochMs, now: EpochMs): boolean {
  return savedAt + draftKeptMs <= now;
}
