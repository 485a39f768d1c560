import type { Timers } from './ports/timers.ts';

export type Timed<Value> = { readonly kind: 'inTime'; readonly value: Value } | { readonly kind: 'late' };

/**
 * Waits for `work`, but no longer than `milliseconds`. Late work is let go, not stopped: each network call
 * has a time-out of its own. Rejects when `work` rejects in time.
 */
export async function withinTime<Value>(
  timers: Timers,
  milliseconds: number,
  work: Promise<Value>,
): Promise<Timed<Value>> {
  const { promise: late, resolve } = Promise.withResolvers<Timed<Value>>();
  const timer = timers.after(milliseconds, () => resolve({ kind: 'late' }));
  try {
    return await Promise.race([work.then((value): Timed<Value> => ({ kind: 'inTime', value })), late]);
  } finally {
    timer.cancel();
  }
}
