import * as z from 'zod';
import { callContextIdSchema, callContextSchema, epochMsSchema } from '../../contracts/call-context.ts';
import type { CallContext } from '../../domain/call-context.ts';
import type { CallContextId } from '../../domain/call-context-id.ts';
import { clockToleranceMs } from '../../domain/expiry.ts';
import { epochMs, epochSeconds } from '../../domain/time.ts';
import { BridgeError } from '../../errors.ts';
import type { Delivery } from '../../ports/call-context-store.ts';

type Item = Record<string, unknown>;

/** What the store adds to a context; a context that nobody has claimed has none of it. */
const claimSchema = z.object({
  claimedBy: z.string().optional(),
  tableVersion: z.int().nonnegative().optional(),
});
const orderSchema = z.object({ orderedBy: z.string().optional() });
const idSchema = z.object({ id: callContextIdSchema });
const deliveriesSchema = z.object({
  deliveries: z.array(z.object({ to: z.string(), at: epochMsSchema })).default([]),
});

/** The context's own fields are the item's attributes. */
export function toItem(context: CallContext): Item {
  return { ...context, timeToLive: epochSeconds(epochMs(context.expiresAt + clockToleranceMs)) };
}

/** @throws BridgeError `record-corrupt` when the item is not a call context; what it holds is not quoted. */
export function contextOf(item: Item | undefined): CallContext {
  return parse(callContextSchema, item);
}

/** @throws BridgeError `record-corrupt`. */
export function claimOf(item: Item | undefined): z.infer<typeof claimSchema> {
  return parse(claimSchema, item);
}

/** @throws BridgeError `record-corrupt`. */
export function orderOf(item: Item | undefined): z.infer<typeof orderSchema> {
  return parse(orderSchema, item);
}

/** @throws BridgeError `record-corrupt`. */
export function idOf(item: Item): CallContextId {
  return parse(idSchema, item).id;
}

/** @throws BridgeError `record-corrupt`. */
export function deliveriesOf(item: Item): readonly Delivery[] {
  return parse(deliveriesSchema, item).deliveries;
}

function parse<Schema extends z.ZodType>(schema: Schema, item: Item | undefined): z.infer<Schema> {
  const read = schema.safeParse(item);
  if (read.success) return read.data;
  const paths = read.error.issues.map(({ path }) => path.join('.') || 'the item');
  throw new BridgeError('record-corrupt', `stored call context: ${paths.join(', ')} not as the contract says`);
}
