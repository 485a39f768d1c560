import * as z from 'zod';
import { parseServiceUrl } from '../../../shared/contracts/service-url.ts';
import { fileObject, idSchema, listOf, numberSchema } from '../../../shared/contracts/table-file/parts.ts';
import type { Settings } from '../../../shared/env.ts';
import { alexaSchema } from './alexa.ts';
import { phoneNumberSchema } from './phone-number.ts';
import { consoleSchema } from './console.ts';
import { chosenFrom, kebab, text, wholeNumber } from './fields.ts';
import { tagsSchema } from './tags.ts';
import { userPattern, voiceConnectorSchema } from './voice-connector.ts';

/** Where PSTN Audio has telephone numbers (Amazon Chime SDK developer guide, available Regions). */
export const pstnAudioRegions = ['us-east-1', 'us-west-2'] as const;

type CallIngress = NonNullable<Settings<'CALL_INGRESSES'>['CALL_INGRESSES']>[number];

/** The ways in that a deployment sets up; `alexa-smart-properties` needs a secret of the property's own, which nobody puts in place yet. */
export const deployedIngresses = ['alexa-skill-call', 'callback'] as const satisfies readonly CallIngress[];

/** Days that CloudWatch Logs keeps what is logged (CloudWatch Logs API reference, PutRetentionPolicy). */
export const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/**
 * What one Lambda account has to begin with, less the 100 that always stay unreserved (Lambda developer guide, reserved concurrency) and
 * 20 for the functions beside these.
 */
const mostConcurrency = 880;

const linkedProfileSchema = fileObject({
  /** The OpenID Connect UserInfo endpoint of who keeps the accounts. */
  url: text(2048).refine(
    (url) => url.startsWith('https:') && parseServiceUrl(url) !== undefined,
    'must be an https URL without a password in it',
  ),
  /** The claim there that holds the account's number. */
  accountClaim: text(100).exactOptional(),
});

const concurrencySchema = fileObject({
  skill: wholeNumber(1, mostConcurrency, 'invocations at once').default(20),
  sma: wholeNumber(1, mostConcurrency, 'invocations at once, in each Region').default(50),
  console: wholeNumber(1, mostConcurrency, 'invocations at once').default(10),
  /** Of the function for tables and figures, which may be at one question for some seconds. */
  routing: wholeNumber(1, mostConcurrency, 'invocations at once').default(10),
}).refine(
  ({ skill, sma, console, routing }) => skill + sma + console + routing <= mostConcurrency,
  `has more than ${mostConcurrency} all together: lower one, for an account has 1,000, of which 120 are for others`,
);

const callbacksSchema = fileObject({
  /** Whom the skill rings back: numbers that begin so. Left out: those of the US and Canada. */
  prefixes: z
    .array(text(16).regex(/^\+[1-9]\d{0,14}$/, 'must be the beginning of a number, in quotes: "+1", "+447"'))
    .min(1, 'must not be empty: leave the line out, or "callback" out of callIngresses')
    .exactOptional(),
  /** How often one number is rung in an hour. Left out: five times. */
  perHour: wholeNumber(1, 999, 'callbacks to one number').exactOptional(),
});

function isPage(url: string): boolean {
  return url.startsWith('https:') && parseServiceUrl(url) !== undefined && !/[#\s]/.test(url);
}

/** The key of an object in S3, of characters that are safe in it (S3 user guide, object key names). */
const waveKey = text(1000).regex(
  /^[\w!\-.*'()/]+\.wav$/,
  'must be the key of a WAV file in the prompts bucket: "waiting.wav"',
);
const promptsSchema = fileObject({
  /** Ten seconds or so, played again and again while an adviser is waited for. */
  waitingMusic: waveKey.exactOptional(),
  /** In the place of the telephone network's own, while somebody is rung. */
  ringbackTone: waveKey.exactOptional(),
});

/** What a deployment is to be, as its file says it. */
export const deploymentConfigSchema = fileObject({
  /** With the environment, what every name begins with. */
  name: kebab(2, 20).refine(
    (name) => !/aws|amazon|cognito/u.test(name),
    'must not have "aws", "amazon" or "cognito" in it: Cognito takes no domain with them',
  ),
  /** `prod` keeps its tables and recordings when it is destroyed. */
  environment: chosenFrom(['dev', 'prod']),
  regions: fileObject({
    /** Has the number, the tables, the skill and the console. */
    primary: chosenFrom(pstnAudioRegions).default('us-east-1'),
    /** Takes calls when the first one does not. */
    standby: chosenFrom(pstnAudioRegions).default('us-west-2'),
  }).prefault({}),
  /** Left out: that of the credentials. */
  account: text(12)
    .regex(/^\d{12}$/, 'must be the 12 digits of an AWS account, in quotes')
    .exactOptional(),
  alexa: alexaSchema,
  phoneNumber: phoneNumberSchema,
  voiceConnectors: z.array(voiceConnectorSchema, 'must be a list of Voice Connectors; [] for none').default([]),
  callIngresses: listOf(
    z.enum(deployedIngresses, {
      error: ({ input }) =>
        input === 'alexa-smart-properties'
          ? 'alexa-smart-properties cannot be deployed from here yet: leave it out'
          : `must be one of ${deployedIngresses.join(', ')}`,
    }),
  ).default([...deployedIngresses]),
  callbacks: callbacksSchema.prefault({}),
  /** WAV files in the prompts bucket of each Region, where somebody has to put them first. */
  prompts: promptsSchema.prefault({}),
  /** Reasons of the routing table for which a caller who cannot be placed is asked where they are. */
  reasonsWithPlace: z.array(idSchema, 'must be a list of reasons; [] for none').default([]),
  linkedProfile: linkedProfileSchema.exactOptional(),
  /** Where calls go when no routing table can be had. */
  defaultDestination: text(128).regex(
    new RegExp(`^(?:pstn:\\+[1-9]\\d{1,14}|voice-connector:[a-z][a-z0-9-]*#${userPattern})$`, 'u'),
    'must be "pstn:+12065550100" or "voice-connector:<id of voiceConnectors>#<user>", in quotes',
  ),
  /** The name of the table that takes the calls. */
  routingTable: idSchema,
  recordings: fileObject({ retainDays: wholeNumber(1, 3650, 'days').default(30) }).prefault({}),
  logs: fileObject({
    retainDays: z
      .literal(
        logRetentionDays,
        `must be one of the numbers of days CloudWatch Logs takes: ${logRetentionDays.join(', ')}`,
      )
      .default(30),
  }).prefault({}),
  /** Who is told of alarms. */
  alarms: fileObject({
    email: z.email('must be an e-mail address: "operators@your-bank.com"'),
    /** Where they read infra/aws/runbook.md: what an alarm's description leads to, with the article's anchor behind it. Left out: its path. */
    runbookUrl: text(500)
      .refine((url) => isPage(url), 'must be an https URL without "#" or blanks: each alarm puts its article behind it')
      .exactOptional(),
  }),
  /** Invocations at once: what a flood of calls can cost at most. */
  concurrency: concurrencySchema.prefault({}),
  /** Where the console is to be had, and who may show it. */
  console: consoleSchema.prefault({}),
  /** A call that places itself now and then, to see that calls are answered. Left out: none. */
  canary: fileObject({ to: numberSchema, everyMinutes: wholeNumber(5, 1440, 'minutes') }).exactOptional(),
  tags: tagsSchema.default({}),
});

/** A deployment's config, with its defaults. */
export type DeploymentConfig = z.infer<typeof deploymentConfigSchema>;

/** What only an earlier deployment knows. */
export interface DeploymentFacts {
  /** Ids of the SIP rules by which calls of our own Voice Connectors come in; none before the first deployment. */
  readonly voiceConnectorSipRules: readonly string[];
}
