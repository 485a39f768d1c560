import * as z from 'zod';
import { alexaClientIdPattern } from './contracts/communication-session.ts';
import { e164Schema } from './contracts/call-context.ts';
import { parseServiceUrl } from './contracts/service-url.ts';
import { BridgeError } from './errors.ts';
import { callIngresses } from './ports/call-starter.ts';

/** "bucket/key". */
const s3ObjectSchema = z
  .string()
  .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]\/[^\s]{1,1024}$/, 'must be an S3 bucket, "/" and a key')
  .transform((text) => ({ bucket: text.slice(0, text.indexOf('/')), key: text.slice(text.indexOf('/') + 1) }));

const serviceUrlSchema = z
  .string()
  .refine((text) => parseServiceUrl(text) !== undefined, 'must be an https URL without a password in it');

function listSchema<Item extends string>(item: z.ZodType<Item, string>): z.ZodType<Item[], string> {
  return z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .pipe(z.array(item));
}

/** The functions' settings: names are shared with infra, so that the two cannot drift. */
export const settings = {
  AWS_REGION: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be an AWS Region'),
  CALL_CONTEXTS_TABLE: z.string().min(3),
  ROUTING_TABLES_TABLE: z.string().min(3),
  /** Which routing table takes the calls. */
  ROUTING_TABLE_NAME: z.string().min(1),
  /** `{"current":"a","keys":{"a":"<base64, 32 bytes or more>"}}`: old keys stay until their contexts expire. */
  CONTEXT_SIGNING_KEYS: z.string().min(1).optional(),
  /** amzn1.ask.skill.…, as the skill's own console page gives it. */
  ALEXA_SKILL_ID: z.string().regex(/^amzn1\.ask\.skill\.[\w-]+$/, 'must be an Alexa skill id'),
  /** The skill's Login with Amazon client ids, separated by commas: whose calls are believed. */
  ALEXA_CLIENT_IDS: z
    .string()
    .transform((list) => list.split(',').map((id) => id.trim()))
    .pipe(z.array(z.string().regex(alexaClientIdPattern, 'must be an LWA client id'))),
  /** The number that the skill calls: dialled by the caller's device, answered by the SIP media application. */
  SMA_PHONE_NUMBER: e164Schema,
  /** Where calls go when no routing table can be had: `pstn:+1…` or `voice-connector:<arn>#<user>`. */
  DEFAULT_DESTINATION: z
    .string()
    .regex(
      /^(?:pstn:\+[1-9]\d{1,14}|voice-connector:arn:[^#]+#[^#]{1,30})$/,
      'must be pstn:+… or voice-connector:<arn>#<user>',
    ),
  /** Requests to look-up services are signed with `current`; in the form of CONTEXT_SIGNING_KEYS. Absent: no service is asked. */
  LOOK_UP_SIGNING_KEYS: z.string().min(1).optional(),
  /** The name or ARN of the secret that holds LOOK_UP_SIGNING_KEYS, where they are not given themselves. */
  LOOK_UP_SIGNING_SECRET: z.string().min(1).max(2048).optional(),
  /** The S3 bucket that voicemail is recorded into, in the account of the SIP media application. Absent: no voicemail is taken. */
  VOICEMAIL_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, 'must be the name of an S3 bucket')
    .optional(),
  /** Where conversations are recorded that a rule wants recorded: an S3 bucket, or a bucket, "/" and a prefix. Absent: none is. */
  CALL_RECORDINGS: z
    .string()
    .regex(
      /^[a-z\d][a-z\d.-]{1,61}[a-z\d](?:\/[\w!\-.*'()/]*)?$/,
      'must be an S3 bucket, or a bucket, "/" and a prefix',
    )
    .optional(),
  /** A WAV file of about ten seconds, played again and again while an adviser is waited for. Absent: silence between words. */
  WAITING_MUSIC: s3ObjectSchema.optional(),
  /** A WAV file that is heard while somebody is rung. Absent: the ringback tone of the telephone network. */
  RINGBACK_TONE: s3ObjectSchema.optional(),
  /** Where it is kept what happened to calls. Absent: nowhere but in the logs. */
  CALL_RECORDS_TABLE: z.string().min(3).optional(),
  /** Where drafts of routing tables are kept, and who changed what. */
  CONSOLE_TABLE: z.string().min(3),
  /** The EventBridge bus that tells advisers of callers who wait in a meeting. Absent: nobody is told. */
  ADVISER_EVENT_BUS: z
    .string()
    .regex(/^[\w./-]{1,256}$/, 'must be the name of an EventBridge bus')
    .optional(),
  /** Commands to calls are signed with `current`; in the form of CONTEXT_SIGNING_KEYS. Absent: none is sent, and none obeyed. */
  CALL_COMMAND_KEYS: z.string().min(1).optional(),
  /** The name or ARN of the secret that holds CALL_COMMAND_KEYS, where they are not given themselves. */
  CALL_COMMAND_SECRET: z.string().min(1).max(2048).optional(),
  /** SIP rules by which calls of our own Voice Connectors come in, separated by commas: their User-to-User is believed without Alexa's client id. */
  VOICE_CONNECTOR_SIP_RULES: listSchema(z.string().regex(/^[\w-]{1,64}$/, 'must be a SIP rule id')).optional(),
  /** The SIP media application that takes the calls: where calls are commanded that nothing is recorded of yet. */
  SIP_MEDIA_APPLICATION_ID: z.uuid('must be the id of a SIP media application').optional(),
  /** The ways in which the skill starts calls, in the order in which they are tried, separated by commas. Absent: alexa-skill-call alone. */
  CALL_INGRESSES: listSchema(z.string().pipe(z.enum(callIngresses))).optional(),
  /** What the numbers that callbacks ring begin with, separated by commas. Absent: the United States and Canada, at usual rates. */
  CALLBACK_PREFIXES: listSchema(
    z.string().regex(/^\+[1-9]\d{0,14}$/, 'must be the beginning of a number in E.164, as "+1" and "+447" are'),
  ).optional(),
  /** How many calls of one number's may be placed in an hour before the skill does not ring it. Absent: 5. */
  CALLBACKS_PER_HOUR: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a whole number from 1 to 999')
    .transform(Number)
    .optional(),
  /**
   * Where CloudWatch keeps the function's metrics: other deployments of the account have some, too; the canary's have "/Canary" behind
   * it. Absent: SkillCallBridge. (CloudWatch API reference, PutMetricData, and its user guide, Metrics concepts: "AWS/" is Amazon's.)
   */
  METRICS_NAMESPACE: z
    .string()
    .regex(/^(?!AWS\/|[: ])[\w.\-/#: ]{1,248}$/, 'must be a namespace of CloudWatch metrics')
    .optional(),
  /** What the skill says for who is called: "Example Bank". */
  BUSINESS_NAME: z.string().min(1).max(100).optional(),
  /** Reasons for which it matters where the caller is, separated by commas: whoever cannot be placed is asked. */
  REASONS_WITH_PLACE: listSchema(
    z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be a reason of the routing table'),
  ).optional(),
  /** The UserInfo endpoint of who keeps the accounts that customers link (OpenID Connect Core 1.0, 5.3). Absent: none are linked. */
  LINKED_PROFILE_URL: serviceUrlSchema.optional(),
  /** The claim there that holds the number of the customer's account. */
  LINKED_PROFILE_ACCOUNT_CLAIM: z.string().min(1).max(100).optional(),
  /** What a managed device calls: an extension, or a number, of the PBX that its trunk leads to (Alexa Smart Properties). */
  PBX_ADDRESS: z.string().min(1).max(128).optional(),
  /** The secret that holds `{"clientId":"…","clientSecret":"…","refreshToken":"…"}` of the security profile that may see communication profiles. */
  SMART_PROPERTIES_SECRET: z.string().min(1).max(2048).optional(),
  /** Where its tokens are had, if not from Login with Amazon: an origin, for tests and the local cloud. */
  SMART_PROPERTIES_TOKEN_ORIGIN: serviceUrlSchema.optional(),
  /** The Regions that hold call contexts, separated by commas: where to read when this one's replica is behind. */
  CONTEXT_REGIONS: listSchema(z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be an AWS Region')).optional(),
  /** The name or ARN of the secret that holds CONTEXT_SIGNING_KEYS, where they are not given themselves. */
  CONTEXT_SIGNING_SECRET: z.string().min(1).max(2048).optional(),
} as const;
export type SettingName = keyof typeof settings;

export type Settings<Names extends SettingName> = { readonly [Name in Names]: z.infer<(typeof settings)[Name]> };

/**
 * Reads the named settings, all of them or none; one that is optional may be missing.
 * @throws BridgeError `environment-invalid`, naming every setting that is wrong, never its value.
 */
export function readSettings<Name extends SettingName>(
  names: readonly Name[],
  environment: NodeJS.ProcessEnv,
): Settings<Name> {
  const read: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const name of names) {
    const { success, data, error } = settings[name].safeParse(environment[name]);
    if (success && data !== undefined) read[name] = data;
    for (const { message } of error?.issues ?? [])
      problems.push(environment[name] === undefined ? `${name} is missing` : `${name}: ${message}`);
  }
  if (problems.length === 0) return read as Settings<Name>;
  throw new BridgeError('environment-invalid', `settings of the function: ${problems.join('; ')}`);
}
