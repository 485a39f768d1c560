import * as z from 'zod';
import { policyActions, policyOutcomes } from '../../domain/routing/attempt-policy.ts';
import type { AttemptRule, SimpleAttemptRule } from '../../domain/routing/table.ts';
import { e164Schema } from '../call-context.ts';
import { storedTextSchema } from './localized-text.ts';

const id = z.string();
const timeoutSeconds = z.int().min(1).max(120);
const onOutcome = z.partialRecord(z.enum(policyOutcomes), z.enum(policyActions)).exactOptional();
const upTo = z.int().positive();

const simpleAttempts = [
  z.object({ kind: z.literal('contactCenter'), id, timeoutSeconds, onOutcome }),
  z.object({ kind: z.literal('branch'), id, timeoutSeconds, onOutcome }),
  z.object({ kind: z.literal('phone'), id, number: e164Schema, timeoutSeconds, onOutcome }),
  z.object({ kind: z.literal('meeting'), id, timeoutSeconds: timeoutSeconds.exactOptional(), onOutcome }),
  z.object({ kind: z.literal('lookUp'), id, timeoutSeconds, onOutcome }),
  z.object({ kind: z.literal('message'), id, words: storedTextSchema }),
  z.object({
    kind: z.literal('voicemail'),
    id,
    words: storedTextSchema,
    maximumSeconds: z.int().min(1).max(600),
    onOutcome,
  }),
] as const;

const simpleAttemptSchema = z.discriminatedUnion('kind', simpleAttempts) satisfies z.ZodType<SimpleAttemptRule>;

/** An attempt as it is stored: the domain's own, in JSON. */
export const storedAttemptSchema = z.discriminatedUnion('kind', [
  ...simpleAttempts,
  z.object({
    kind: z.literal('nearestBranch'),
    service: z.string().exactOptional(),
    withinKilometers: z.number().positive(),
    upTo,
    spreadKilometers: z.number().nonnegative().exactOptional(),
    timeoutSeconds,
    onOutcome,
  }),
  z.object({
    kind: z.literal('choice'),
    from: z.array(z.object({ weight: z.int().min(1).max(10_000), attempt: simpleAttemptSchema })),
    upTo,
  }),
]) satisfies z.ZodType<AttemptRule>;
