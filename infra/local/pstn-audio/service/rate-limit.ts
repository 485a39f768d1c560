import type { Clock } from '../../../../shared/ports/clock.ts';

/** So many requests in any second. */
export interface RateLimit {
  /** Takes one; false when the last second has had its share. */
  take(): boolean;
}

export function rateLimit(perSecond: number | undefined, clock: Clock): RateLimit {
  if (perSecond === undefined) return { take: () => true };
  const taken: number[] = [];
  return {
    take() {
      const now = clock.now();
      while (taken[0] !== undefined && taken[0] <= now - 1000) taken.shift();
      if (taken.length >= perSecond) return false;
      taken.push(now);
      return true;
    },
  };
}
