import type { EpochMs } from '../domain/time.ts';

/** Wall-clock time. Nothing outside an adapter calls Date.now(). */
export interface Clock {
  now(): EpochMs;
}
