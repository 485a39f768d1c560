import * as z from 'zod';
import type { CallContext } from '../domain/call-context.ts';
import { ingresses } from '../domain/call-context.ts';
import { parseCallContextId, type CallContextId } from '../domain/call-context-id.ts';
import { locationSources } from '../domain/location.ts';
import { isE164, type E164 } from '../domain/phone-number.ts';
import { epochMs, type EpochMs } from '../domain/time.ts';

export const e164Schema = z.custom<E164>(
  (value) => typeof value === 'string' && isE164(value),
  'must be an E.164 number',
);
export const callContextIdSchema = z.custom<CallContextId>(
  (value) => typeof value === 'string' && parseCallContextId(value) !== undefined,
  'must be a call-context id',
);
export const epochMsSchema: z.ZodType<EpochMs> = z.number().nonnegative().transform(epochMs);

export const coordinatesSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const text = (max: number): z.ZodString => z.string().min(1).max(max);

export const callerLocationSchema = z.strictObject({
  source: z.enum(locationSources),
  observedAt: epochMsSchema,
  coordinates: coordinatesSchema.exactOptional(),
  countryCode: z.string().length(2).exactOptional(),
  stateOrRegion: text(100).exactOptional(),
  postalCode: text(20).exactOptional(),
});

/** A call context as it is stored. */
export const callContextSchema = z.object({
  id: callContextIdSchema,
  ingress: z.enum(ingresses),
  reason: z.strictObject({ id: text(64), words: text(500).exactOptional() }),
  callerName: text(200).exactOptional(),
  phoneNumber: e164Schema.exactOptional(),
  accountId: text(64).exactOptional(),
  location: callerLocationSchema.exactOptional(),
  locale: text(35).exactOptional(),
  attributes: z.record(z.string(), z.string()),
  owner: text(64).exactOptional(),
  createdAt: epochMsSchema,
  expiresAt: epochMsSchema,
}) satisfies z.ZodType<CallContext>;
