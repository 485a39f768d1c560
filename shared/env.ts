import * as z from 'zod';
import { alexaClientIdPattern } from './contracts/communication-session.ts';
import { e164Schema } from './contracts/call-context.ts';
import { BridgeError } from './errors.ts';

/** The functions' settings: names are shared with infra, so that the two cannot drift. */
export const settings = {
  AWS_REGION: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be an AWS Region'),
  CALL_CONTEXTS_TABLE: z.string().min(3),
  ROUTING_TABLES_TABLE: z.string().min(3),
  /** Which routing table takes the calls. */
  ROUTING_TABLE_NAME: z.string().min(1),
  /** `{"current":"a","keys":{"a":"<base64, 32 bytes or more>"}}`: old keys stay until their contexts expire. */
  CONTEXT_SIGNING_KEYS: z.string().min(1),
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
  /** The S3 bucket that voicemail is recorded into, in the account of the SIP media application. Absent: no voicemail is taken. */
  VOICEMAIL_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, 'must be the name of an S3 bucket')
    .optional(),
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
  const shape = Object.fromEntries(names.map((name) => [name, settings[name]]));
  const read = z.object(shape).safeParse(environment);
  if (read.success) return read.data as unknown as Settings<Name>;
  const problems = read.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return environment[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
  });
  throw new BridgeError('environment-invalid', `settings of the function: ${problems.join('; ')}`);
}
