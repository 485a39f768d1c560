import { callerOfFile } from '../../../shared/contracts/caller-file.ts';
import { callerOfTable } from '../../../shared/domain/routing/caller.ts';
import type { IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { Situation } from '../../../shared/domain/routing/resolve-attempts.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import type { RecordedCall } from './recorded-call.ts';

/** What a table decides about a call from, as far as the call's record tells. */
export function situationOf(
  { context, at, seed }: Pick<RecordedCall, 'context' | 'at' | 'seed'>,
  indexed: IndexedTable,
): Situation {
  return {
    indexed,
    caller: callerOfTable(callerOfFile(context), indexed.table),
    moment: { now: epochMs(Date.parse(at)), schedules: indexed.schedules, seed },
  };
}
