import * as z from 'zod';
import { headerProfiles } from '../domain/routing/header-profile.ts';
import { parseServiceUrl } from './service-url.ts';
import { attemptsSchema } from './table-file/attempts.ts';
import { branchFileNameSchema, branchesSchema } from './table-file/branches.ts';
import { callServiceShape } from './table-file/call-service.ts';
import { fullLocaleSchema, whenSchema } from './table-file/conditions.ts';
import { localizedTextSchema, synonymsSchema } from './table-file/localized.ts';
import { menuSchema } from './table-file/menu.ts';
import {
  fileObject,
  idSchema,
  listOf,
  mapOf,
  numberPrefixSchema,
  numberSchema,
  textSchema,
} from './table-file/parts.ts';
import { holidaysSchema, scheduleSchema } from './table-file/schedules.ts';

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
  name: localizedTextSchema,
  /** What callers say for it. */
  synonyms: synonymsSchema.exactOptional(),
});

const contactCenterSchema = fileObject({
  voiceConnector: voiceConnectorArnSchema,
  user: userSchema,
  /** How the context id is written for this platform. */
  headerProfile: z.enum(headerProfiles, { error: `must be one of ${headerProfiles.join(', ')}` }).default('rfc7433'),
  /** For `x-header`: its name. */
  headerName: textSchema.exactOptional(),
  /** The most characters that the platform takes as the value of that header, if it is less than usual for the profile. */
  headerLimit: z
    .int('must be a whole number')
    .min(1, 'must be 1 to 2048')
    .max(2048, 'must be 1 to 2048')
    .exactOptional(),
  /** Headers that are the same for every call: {X-Queue: cards}. Nothing about the caller. */
  headers: z
    .record(textSchema, z.string({ error: 'must be text: put it in quotes' }), {
      error: (issue) => (issue.code === 'invalid_type' ? 'must be a map: {X-Queue: cards}' : undefined),
    })
    .exactOptional(),
});
export type FileContactCenter = z.infer<typeof contactCenterSchema>;

/** https, or http to this machine, for trying things out. */
const lookUpSchema = fileObject({
  url: textSchema.refine(
    (text) => parseServiceUrl(text) !== undefined,
    'must be an https URL without a password in it (http is taken for loopback addresses only)',
  ),
});

const ruleSchema = fileObject({
  id: idSchema,
  /** All must hold. Left out, the rule fits everybody. */
  when: whenSchema.exactOptional(),
  attempts: attemptsSchema,
  ...callServiceShape,
});
export type FileRule = z.infer<typeof ruleSchema>;

/**
 * A routing table as an operator writes it, in YAML or JSON. Everything that names something is checked
 * where the table is compiled; here it is only shape.
 */
export const routingTableFileSchema = fileObject({
  name: idSchema,
  /** Of texts that name none, and of callers of whom none is known: "fr-CA". Default: nobody knows, and an American voice speaks. */
  locale: fullLocaleSchema.exactOptional(),
  /** A number that the account owns: shown to whoever is called. */
  callerId: numberSchema,
  /** Which numbers may be dialled: those that begin like one of `allow` and like none of `deny`. */
  dialling: fileObject({ allow: listOf(numberPrefixSchema), deny: listOf(numberPrefixSchema).exactOptional() }),
  /** How long callers wait, all attempts together, in seconds: 10 to 900. A plan that may take longer is reported. */
  patience: z
    .int('must be whole seconds')
    .min(10, 'must be 10 to 900 seconds')
    .max(900, 'must be 10 to 900 seconds')
    .default(180),
  reasons: mapOf(reasonSchema),
  /** Asked of callers of whom nothing is known but that they dialled. Left out: the first nine reasons are offered. */
  menu: menuSchema.exactOptional(),
  holidayLists: mapOf(holidaysSchema),
  schedules: mapOf(scheduleSchema),
  contactCenters: mapOf(contactCenterSchema),
  lookUps: mapOf(lookUpSchema),
  /** Branches by id, or the name of a file that has them. */
  branches: z
    .union([branchFileNameSchema, branchesSchema], {
      error: 'must be a map from ids to branches, or the name of a .csv, .geojson, .json or .yaml file beside this one',
    })
    .default({}),
  /** The first that fits takes the call. */
  rules: z
    .array(ruleSchema, { error: 'must be a list of rules' })
    .max(20_000, 'must have 20,000 rules at most')
    .default([]),
  /** For callers whom no rule fits. */
  default: fileObject({ attempts: attemptsSchema, ...callServiceShape }),
});
export type RoutingTableFile = z.infer<typeof routingTableFileSchema>;
