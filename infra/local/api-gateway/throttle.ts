import type { Clock } from '../../../shared/ports/clock.ts';

/** How often a route may be asked for, by all together. */
export interface Throttle {
  /** Requests a second, in the long run; more than 0. */
  readonly perSecond: number;
  /** How many may come at once. */
  readonly burst: number;
}

/**
 * A token bucket (Amazon API Gateway developer guide, http-api-throttling). The function returned takes one token out of it, and says
 * whether there was one. A clock that goes back fills nothing.
 */
export function tokenBucket({ perSecond, burst }: Throttle, clock: Clock): () => boolean {
  let tokens = burst;
  let filledAt: number = clock.now();
  return () => {
    const now = clock.now();
    tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) * perSecond) / 1000);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
