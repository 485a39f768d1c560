import {
  maximumTransactionAttributesBytes,
  maximumTransactionAttributes as lowestMaximum,
} from '../../../../../shared/contracts/sma-response.ts';
import { transactionAttributesSchema, type TransactionAttributes } from '../../../../../shared/contracts/sma-event.ts';
import type { Behavior } from '../../config/behavior.ts';
import { replyFault, type ReplyFault } from './reply-faults.ts';

export interface AttributeRules {
  /** What the transaction has. */
  readonly atHand: TransactionAttributes | undefined;
  readonly behavior: Pick<Behavior, 'TransactionAttributes' | 'MaximumTransactionAttributes'>;
}

export const defaultAttributeRules: AttributeRules = {
  atHand: undefined,
  behavior: { TransactionAttributes: 'Replace', MaximumTransactionAttributes: lowestMaximum },
};

export type AttributesReading =
  { readonly kind: 'read'; readonly value: TransactionAttributes | undefined } | ReplyFault;

/**
 * What a reply makes of the transaction's attributes: null or nothing keeps them, {} clears them, a map takes their place or adds
 * to them (Amazon Chime SDK developer guide, transaction-attributes, clear-trans-attributes, update-trans-attributes).
 */
export function readAttributes(given: unknown, { atHand, behavior }: AttributeRules): AttributesReading {
  if (given === undefined || given === null) return { kind: 'read', value: atHand };
  const read = transactionAttributesSchema.safeParse(given);
  if (!read.success) return replyFault('attributesNotText');
  if (Object.keys(read.data).length === 0) return { kind: 'read', value: undefined };

  const value = behavior.TransactionAttributes === 'Merge' ? { ...atHand, ...read.data } : read.data;
  const maximum = behavior.MaximumTransactionAttributes;
  if (Object.keys(value).length > maximum) return replyFault('tooManyAttributes', String(maximum));
  return sizeOf(value) > maximumTransactionAttributesBytes ? replyFault('attributesTooLarge') : { kind: 'read', value };
}

function sizeOf(attributes: TransactionAttributes): number {
  return Object.entries(attributes).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
}
