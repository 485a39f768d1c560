import { packRecords } from './pack-records.ts';
import type { PendingRecord } from './pending-record.ts';

/** In characters. TransactionAttributes take 20,000 octets, and the plan of the call must have room in them. */
const enough = 6_000;
const most = 9_000;

/** Whether so much waits to be written that it is to be written now, even while somebody waits. */
export function mustFlush(pending: readonly PendingRecord[]): boolean {
  return packRecords(pending).length > enough;
}

/**
 * Those that there is room for, when the store cannot be written to for long: the record that the call began with, which says how it was
 * decided, and as many of the latest.
 */
export function withinRoom(pending: readonly PendingRecord[]): readonly PendingRecord[] {
  const [first, ...others] = pending;
  if (first === undefined) return [];
  let kept = [first, ...others];
  while (packRecords(kept).length > most && kept.length > 1) kept = [first, ...kept.slice(2)];
  return packRecords(kept).length > most ? [] : kept;
}
