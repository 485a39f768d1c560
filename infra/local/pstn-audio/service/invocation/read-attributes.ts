import * as z from 'zod';
import { maximumTransactionAttributesBytes } from '../../../../../shared/contracts/sma-response.ts';
import { defaultBehavior, type Behavior } from '../../config/behavior.ts';
import { replyFault, type ReplyFault } from './reply-faults.ts';

/** The guide shows text only; public functions keep objects there and read them back, so whatever is JSON is given back as it came. */
const keptAttributesSchema = z.record(z.string(), z.json());
export type KeptAttributes = z.infer<typeof keptAttributesSchema>;

export interface AttributeRules {
  /** What the transaction has. */
  readonly atHand: KeptAttributes | undefined;
  readonly behavior: Pick<Behavior, 'TransactionAttributes' | 'MaximumTransactionAttributes'>;
}

export const defaultAttributeRules: AttributeRules = {
  atHand: undefined,
  behavior: defaultBehavior,
};

export type AttributesReading = { readonly kind: 'read'; readonly value: KeptAttributes | undefined } | ReplyFault;

/**
 * What a reply makes of the transaction's attributes: null or nothing keeps them, {} clears them, a map takes their place or adds
 * to them (Amazon Chime SDK developer guide, transaction-attributes, clear-trans-attributes, update-trans-attributes).
 */
export function readAttributes(given: unknown, { atHand, behavior }: AttributeRules): AttributesReading {
  if (given === undefined || given === null) return { kind: 'read', value: atHand };
  const read = keptAttributesSchema.safeParse(given);
  if (!read.success) return replyFault('attributesUnreadable');
  if (Object.keys(read.data).length === 0) return { kind: 'read', value: undefined };

  const value = behavior.TransactionAttributes === 'Merge' ? { ...atHand, ...read.data } : read.data;
  const maximum = behavior.MaximumTransactionAttributes;
  if (Object.keys(value).length > maximum) return replyFault('tooManyAttributes', String(maximum));
  return sizeOf(value) > maximumTransactionAttributesBytes ? replyFault('attributesTooLarge') : { kind: 'read', value };
}

/** In bytes: keys, and values as they are if they are text, else as JSON. */
function sizeOf(attributes: KeptAttributes): number {
  const text = (value: KeptAttributes[string]): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.entries(attributes).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text(value)),
    0,
  );
}
