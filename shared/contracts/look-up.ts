import * as z from 'zod';
import { ingresses } from '../domain/call-context.ts';
import { callerLocationSchema, e164Schema } from './call-context.ts';

/** What an operator's service may answer at most, in octets. */
export const maximumLookUpAnswerBytes = 16 * 1024;

/**
 * What an operator's service is asked with: the whole call context, for it is the operator's own caller,
 * and which call it is about. Sent as JSON by POST, signed (RFC 9421), with an Idempotency-Key.
 */
export const lookUpQuestionSchema = z.strictObject({
  /** The look-up's id in the routing table. */
  lookUp: z.string(),
  transactionId: z.string(),
  contextId: z.string().exactOptional(),
  tableVersion: z.int().exactOptional(),
  ruleId: z.string(),
  ingress: z.enum(ingresses),
  reason: z.strictObject({ id: z.string(), words: z.string().exactOptional() }).exactOptional(),
  callerName: z.string().exactOptional(),
  /** The caller's: the context's, or what the call itself showed. */
  phoneNumber: e164Schema.exactOptional(),
  accountId: z.string().exactOptional(),
  location: callerLocationSchema.exactOptional(),
  locale: z.string().exactOptional(),
  attributes: z.record(z.string(), z.string()),
});
export type LookUpQuestion = z.infer<typeof lookUpQuestionSchema>;

const idSchema = z.string().min(1).max(64);

/**
 * What the service answers: `{ "destination": { "branch": "bellevue" }, "timeout": 20 }`.
 * `null` is nobody: the call goes to the next attempt.
 */
export const lookUpAnswerSchema = z.strictObject({
  destination: z.union([
    z.strictObject({ phone: e164Schema }),
    z.strictObject({ branch: idSchema }),
    z.strictObject({ contactCenter: idSchema }),
    z.null(),
  ]),
  /** How long to ring, in seconds. Default: as the table says. */
  timeout: z.int().min(1).max(120).exactOptional(),
});
export type LookUpAnswerBody = z.infer<typeof lookUpAnswerSchema>;
