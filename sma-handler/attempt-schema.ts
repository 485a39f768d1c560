import * as z from 'zod';
import { e164Schema } from '../shared/contracts/call-context.ts';
import { policyActions, policyOutcomes } from '../shared/domain/routing/attempt-policy.ts';
import { headerProfiles } from '../shared/domain/routing/header-profile.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';

const timeoutSeconds = z.int().min(1).max(120);
const onOutcome = z.partialRecord(z.enum(policyOutcomes), z.enum(policyActions)).exactOptional();
const words = z.string().min(1).max(1000);

export const meetingAttemptSchema = z.object({
  kind: z.literal('meeting'),
  id: z.string(),
  timeoutSeconds: timeoutSeconds.exactOptional(),
  onOutcome,
});

/** An attempt as it is kept between two invocations. */
export const attemptSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('contactCenter'),
    id: z.string(),
    voiceConnectorArn: z.string(),
    user: z.string(),
    headers: z.object({
      profile: z.enum(headerProfiles),
      name: z.string().exactOptional(),
      fixed: z.record(z.string(), z.string()).exactOptional(),
    }),
    timeoutSeconds,
    onOutcome,
  }),
  z.object({ kind: z.literal('branch'), id: z.string(), number: e164Schema, timeoutSeconds, onOutcome }),
  z.object({ kind: z.literal('phone'), id: z.string(), number: e164Schema, timeoutSeconds, onOutcome }),
  meetingAttemptSchema,
  z.object({ kind: z.literal('lookUp'), id: z.string(), timeoutSeconds, onOutcome }),
  z.object({ kind: z.literal('message'), id: z.string(), words, locale: z.string() }),
  z.object({
    kind: z.literal('voicemail'),
    id: z.string(),
    words,
    locale: z.string(),
    maximumSeconds: z.int().min(1).max(600),
    onOutcome,
  }),
]) satisfies z.ZodType<Attempt>;
