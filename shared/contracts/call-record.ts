import * as z from 'zod';
import type { CallRecord, DeliveryReceipt } from '../domain/call-flow/call-record.ts';
import { epochMsSchema } from './call-context.ts';
import { happeningSchema } from './happening.ts';

/** What became of one invocation, as it is stored. */
export const callRecordSchema = z.object({
  transactionId: z.string().min(1),
  sequence: z.int().nonnegative(),
  at: epochMsSchema,
  event: z.string(),
  phase: z.string(),
  tookMs: z.number().nonnegative(),
  actions: z.array(z.string()),
  happenings: z.array(happeningSchema),
  callStartedAt: epochMsSchema,
  sipMediaApplicationId: z.string().exactOptional(),
  region: z.string().exactOptional(),
  contextId: z.string().exactOptional(),
}) satisfies z.ZodType<CallRecord>;

/** Who looked at the caller's context, as it is stored. */
export const deliveryReceiptSchema = z.object({
  transactionId: z.string().min(1),
  deliveries: z.array(z.object({ to: z.string(), at: epochMsSchema })),
}) satisfies z.ZodType<DeliveryReceipt>;
