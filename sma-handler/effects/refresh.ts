import type { Timers } from '../../shared/ports/timers.ts';
import { givenTime } from '../given-time.ts';
import type { Invocation } from '../invocation.ts';
import type { KnownTables } from '../routing/known-tables.ts';
import { refreshBudgetMs } from '../time-limits.ts';

/** Asks for a newer routing table while nobody waits, and gives up before the function's time is over. */
export async function refreshTables(
  { time }: Pick<Invocation, 'time'>,
  { tables, timers }: { readonly tables: Pick<KnownTables, 'refresh'>; readonly timers: Timers },
): Promise<void> {
  const left = time.left(refreshBudgetMs);
  if (left > 0) await givenTime(timers, left, (signal) => tables.refresh(signal));
}
