import { BridgeError } from '../../shared/errors.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { withinTime } from '../../shared/within-time.ts';
import { timeLimits } from '../time-limits.ts';

/**
 * Waits for the store, within the time for storing.
 * @param operation what was asked of it, as an infinitive without "to".
 * @throws BridgeError `store-unavailable` when there is no answer in time; beside what the store throws.
 */
export async function storeInTime<Answer>(
  operation: string,
  answer: Promise<Answer>,
  { timers }: { readonly timers: Timers },
): Promise<Answer> {
  const answered = await withinTime(timers, timeLimits.storingMs, answer);
  if (answered.kind === 'inTime') return answered.value;
  throw new BridgeError(
    'store-unavailable',
    `the store did not ${operation} within ${timeLimits.storingMs} ms; look at the table's latency and throttling`,
  );
}
