import * as z from 'zod';
import { headerProfiles } from '../domain/routing/table.ts';
import { attemptsSchema } from './table-file/attempts.ts';
import { whenSchema } from './table-file/conditions.ts';
import {
  fileObject,
  idSchema,
  listOf,
  mapOf,
  numberPrefixSchema,
  numberSchema,
  textSchema,
} from './table-file/parts.ts';
import { scheduleSchema } from './table-file/schedules.ts';

/** As CallAndBridge takes it (Amazon Chime SDK developer guide, call-and-bridge). */
const voiceConnectorArnSchema = textSchema.regex(
  /^arn:[\w-]+:chime:[\w-]+:\d{12}:(?:vc|vcg|voice-connector|voice-connector-group)\/\S+$/,
  'must be the ARN of a Voice Connector or Voice Connector group',
);
const userSchema = textSchema.regex(
  /^[a-zA-Z0-9&=+$/%\-_!~*().]{1,30}$/,
  'must be the user part of a SIP URI: 1 to 30 characters without blanks or "@"',
);

const reasonSchema = fileObject({
  /** As an agent reads it: "a lost or stolen card". */
  name: textSchema,
  /** What callers say for it. */
  synonyms: listOf(textSchema).exactOptional(),
});

const contactCenterSchema = fileObject({
  voiceConnector: voiceConnectorArnSchema,
  user: userSchema,
  headerProfile: z.enum(headerProfiles, { error: `must be one of ${headerProfiles.join(', ')}` }).default('rfc7433'),
});

const degreesSchema = (name: string, limit: number): z.ZodNumber =>
  z
    .number({ error: `must be the ${name} in degrees` })
    .min(-limit, `must be ${-limit} to ${limit}`)
    .max(limit, `must be ${-limit} to ${limit}`);

const branchSchema = fileObject({
  name: textSchema,
  number: numberSchema,
  /** WGS 84: latitude, then longitude. */
  coordinates: z.tuple([degreesSchema('latitude', 90), degreesSchema('longitude', 180)], {
    error: 'must be latitude and longitude: [47.608, -122.3351]',
  }),
  services: listOf(idSchema),
  /** A schedule's id, or "always". */
  schedule: idSchema,
});

const ruleSchema = fileObject({
  id: idSchema,
  /** All must hold. Left out, the rule fits everybody. */
  when: whenSchema.exactOptional(),
  attempts: attemptsSchema,
});

/**
 * A routing table as an operator writes it, in YAML or JSON. Everything that names something is checked
 * where the table is compiled; here it is only shape.
 */
export const routingTableFileSchema = fileObject({
  name: idSchema,
  /** A number that the account owns: shown to whoever is called. */
  callerId: numberSchema,
  /** Which numbers may be dialled: those that begin like one of `allow` and like none of `deny`. */
  dialling: fileObject({ allow: listOf(numberPrefixSchema), deny: listOf(numberPrefixSchema).exactOptional() }),
  reasons: mapOf(reasonSchema),
  schedules: mapOf(scheduleSchema),
  contactCenters: mapOf(contactCenterSchema),
  branches: mapOf(branchSchema),
  /** The first that fits takes the call. */
  rules: z.array(ruleSchema, { error: 'must be a list of rules' }).default([]),
  /** For callers whom no rule fits. */
  default: fileObject({ attempts: attemptsSchema }),
});
export type RoutingTableFile = z.infer<typeof routingTableFileSchema>;
