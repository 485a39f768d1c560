import * as z from 'zod';
import { epochMsSchema } from '../../contracts/call-context.ts';
import { callRecordSchema, deliveryReceiptSchema } from '../../contracts/call-record.ts';
import type { CallsPosition } from '../../contracts/calls-between.ts';
import { beginsCall } from '../../domain/call-flow/beginning.ts';
import type { CallRecord, DeliveryReceipt } from '../../domain/call-flow/call-record.ts';
import { epochMs, epochSeconds, type EpochMs } from '../../domain/time.ts';
import { BridgeError } from '../../errors.ts';

type Item = Record<string, unknown>;

/** Of the sort key: before every record of the call. */
export const receiptSequence = -1;
const keptForMs = 90 * 24 * 60 * 60 * 1000;

const indexEntrySchema = z
  .object({ callStartedAt: epochMsSchema, transactionId: z.string(), sequence: z.int() })
  .transform(({ callStartedAt, ...entry }): CallsPosition => ({ ...entry, startedAt: callStartedAt }));

/** The record's own fields are the item's attributes; all items of a call are swept at the same time. */
export function itemOfRecord(record: CallRecord): Item {
  const { callStartedAt } = record;
  return {
    ...record,
    timeToLive: timeToLive(callStartedAt),
    ...(beginsCall(record) ? { day: dayOf(callStartedAt) } : {}),
  };
}

export function itemOfReceipt({ transactionId, deliveries }: DeliveryReceipt, callStartedAt: EpochMs): Item {
  return { transactionId, sequence: receiptSequence, deliveries, timeToLive: timeToLive(callStartedAt) };
}

export function isReceipt(item: Item): boolean {
  return item['sequence'] === receiptSequence;
}

/** @throws BridgeError `record-corrupt`. */
export function recordOf(item: Item): CallRecord {
  return parse(callRecordSchema, item);
}

/** @throws BridgeError `record-corrupt`. */
export function receiptOf(item: Item): DeliveryReceipt {
  return parse(deliveryReceiptSchema, item);
}

/** What the index has of a call. @throws BridgeError `record-corrupt`. */
export function positionOf(item: Item): CallsPosition {
  return parse(indexEntrySchema, item);
}

/** The partition of the index that a call is in: "2026-11-21", UTC. */
export function dayOf(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 10);
}

function timeToLive(callStartedAt: EpochMs): number {
  return epochSeconds(epochMs(callStartedAt + keptForMs));
}

function parse<Schema extends z.ZodType>(schema: Schema, item: Item): z.infer<Schema> {
  const read = schema.safeParse(item);
  if (read.success) return read.data;
  const paths = read.error.issues.map(({ path }) => path.join('.') || 'the item');
  const sequence = typeof item['sequence'] === 'number' ? ` ${item['sequence']}` : '';
  throw new BridgeError(
    'record-corrupt',
    `stored call record${sequence}: ${paths.join(', ')} not as the contract says`,
  );
}
