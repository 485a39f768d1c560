import type { Timers } from '../shared/ports/timers.ts';
import { withinTime, type Timed } from '../shared/within-time.ts';

/**
 * As `withinTime`, for work that stops when nobody waits for it any more: its signal is aborted when the time is over. Work that
 * went on while Lambda has the function frozen would fail the next caller, who joins it.
 */
export async function givenTime<Value>(
  timers: Timers,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Timed<Value>> {
  const given = new AbortController();
  try {
    return await withinTime(timers, milliseconds, work(given.signal));
  } finally {
    given.abort();
  }
}
