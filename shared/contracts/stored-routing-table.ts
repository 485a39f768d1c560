import * as z from 'zod';
import { ingresses } from '../domain/call-context.ts';
import { headerProfiles, type RoutingTable } from '../domain/routing/table.ts';
import { coordinatesSchema, e164Schema, epochMsSchema } from './call-context.ts';

/** A compiled routing table as the store keeps it: JSON of the domain's own type. */
const texts = z.array(z.string());
const timeoutSeconds = z.int().min(1).max(120);

const conditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reason'), anyOf: texts }),
  z.object({ kind: z.literal('entry'), anyOf: z.array(z.enum(ingresses)) }),
  z.object({ kind: z.literal('locale'), anyOf: texts }),
  z.object({ kind: z.literal('state'), anyOf: texts }),
  z.object({ kind: z.literal('postalPrefix'), anyOf: texts }),
  z.object({ kind: z.literal('attribute'), name: z.string(), anyOf: texts }),
  z.object({ kind: z.literal('schedule'), id: z.string(), is: z.enum(['open', 'closed']) }),
]);

const attemptRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contactCenter'), id: z.string(), timeoutSeconds }),
  z.object({
    kind: z.literal('nearestBranch'),
    service: z.string().exactOptional(),
    withinKilometers: z.number().positive(),
    upTo: z.int().positive(),
    timeoutSeconds,
  }),
  z.object({ kind: z.literal('branch'), id: z.string(), timeoutSeconds }),
  z.object({ kind: z.literal('phone'), id: z.string(), number: e164Schema, timeoutSeconds }),
  z.object({ kind: z.literal('meeting'), id: z.string() }),
]);

export const storedRoutingTableSchema = z.object({
  name: z.string(),
  reasons: z.array(z.object({ id: z.string(), name: z.string(), synonyms: texts })),
  rules: z.array(z.object({ id: z.string(), when: z.array(conditionSchema), attempts: z.array(attemptRuleSchema) })),
  defaultAttempts: z.array(attemptRuleSchema),
  schedules: z.array(
    z.object({
      id: z.string(),
      opensAt: z.array(epochMsSchema),
      closesAt: z.array(epochMsSchema),
      compiledUntil: epochMsSchema,
    }),
  ),
  contactCenters: z.array(
    z.object({
      id: z.string(),
      voiceConnectorArn: z.string(),
      user: z.string(),
      headerProfile: z.enum(headerProfiles),
    }),
  ),
  branches: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      number: e164Schema,
      coordinates: coordinatesSchema,
      services: texts,
      scheduleId: z.string().exactOptional(),
    }),
  ),
  callerId: e164Schema,
}) satisfies z.ZodType<RoutingTable>;
