import { beginsCall } from '../../domain/call-flow/beginning.ts';
import type { CallRecord, DeliveryReceipt } from '../../domain/call-flow/call-record.ts';
import { epochMs, epochSeconds, type EpochMs } from '../../domain/time.ts';

// Without the schemas that items are read by: what writes the first record of a call does so while a caller waits.

type Item = Record<string, unknown>;

/** Of the sort key: before every record of the call. */
export const receiptSequence = -1;
const keptForMs = 90 * 24 * 60 * 60 * 1000;

/** The record's own fields are the item's attributes; all items of a call are swept at the same time. */
export function itemOfRecord(record: CallRecord): Item {
  const { callStartedAt } = record;
  return {
    ...record,
    timeToLive: timeToLive(callStartedAt),
    ...(beginsCall(record) ? { day: dayOf(callStartedAt) } : {}),
  };
}

/** Of a call of which nothing is decided yet: the whole record takes its place. */
export function itemOfBeginning(record: CallRecord): Item {
  return { ...itemOfRecord(record), isBeginning: true };
}

export function itemOfReceipt({ transactionId, deliveries }: DeliveryReceipt, callStartedAt: EpochMs): Item {
  return { transactionId, sequence: receiptSequence, deliveries, timeToLive: timeToLive(callStartedAt) };
}

/** The partition of the index that a call is in: "2026-11-21", UTC. */
export function dayOf(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 10);
}

function timeToLive(callStartedAt: EpochMs): number {
  return epochSeconds(epochMs(callStartedAt + keptForMs));
}
