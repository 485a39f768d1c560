/**
 * How far apart two machines' clocks may be before a caller pays for it. One machine says when a context expires, others ask whether
 * it has, and a clock that is ahead must not refuse a call that was begun in time. So everything goes on for 5 minutes more:
 * signature, claim, delivery, and what the store keeps. A clock that is behind lets a context live longer, which harms nobody;
 * and when a context was made is never held against it.
 */
export const clockToleranceMs = 5 * 60_000;

/** Whether what expires then is gone by now, even if this clock is ahead. Both in milliseconds since 1970. */
export function hasExpired(expiresAt: number, now: number): boolean {
  return expiresAt + clockToleranceMs <= now;
}
