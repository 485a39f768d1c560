import * as z from 'zod';
import { epochMsSchema } from '../../contracts/call-context.ts';
import { callRecordSchema, deliveryReceiptSchema } from '../../contracts/call-record.ts';
import type { CallsPosition } from '../../contracts/calls-between.ts';
import type { CallRecord, DeliveryReceipt } from '../../domain/call-flow/call-record.ts';
import { BridgeError } from '../../errors.ts';
import { receiptSequence } from './call-record-attributes.ts';

type Item = Record<string, unknown>;

const indexEntrySchema = z
  .object({ callStartedAt: epochMsSchema, transactionId: z.string(), sequence: z.int() })
  .transform(({ callStartedAt, ...entry }): CallsPosition => ({ ...entry, startedAt: callStartedAt }));

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
