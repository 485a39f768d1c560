import * as z from 'zod';

/**
 * How PSTN Audio is set up. Field names are those of the Chime SDK Voice API (SipMediaApplication, SipRule,
 * VoiceConnector, Origination, PhoneNumber), so that what works here is what is deployed.
 * `Pstn` is ours: the telephone network, for it is not there on one machine.
 */
const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/, 'must be an E.164 number');
const region = z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be an AWS Region');
const port = z.int().min(1).max(65_535);

const phoneNumberSchema = z.strictObject({
  E164PhoneNumber: e164,
  ProductType: z.enum(['SipMediaApplicationDialIn', 'VoiceConnector']),
});

const sipMediaApplicationSchema = z.strictObject({
  SipMediaApplicationId: z.string().min(1),
  AwsRegion: region,
  Name: z.string().min(1).max(256),
  Endpoints: z
    .array(z.strictObject({ LambdaArn: z.string().regex(/^arn:[\w-]+:lambda:.+/, 'must be the ARN of a function') }))
    .length(1),
});

const sipRuleSchema = z.strictObject({
  SipRuleId: z.string().min(1),
  Name: z.string().min(1).max(256),
  Disabled: z.boolean().default(false),
  TriggerType: z.enum(['ToPhoneNumber', 'RequestUriHostname']),
  TriggerValue: z.string().min(1),
  /** Lowest Priority first. */
  TargetApplications: z
    .array(z.strictObject({ SipMediaApplicationId: z.string().min(1), Priority: z.int().min(1), AwsRegion: region }))
    .min(1)
    .max(25),
});

const routeSchema = z.strictObject({
  Host: z.string().min(1),
  Port: port,
  Protocol: z.enum(['UDP', 'TCP']),
  Priority: z.int().min(1).max(100),
  Weight: z.int().min(1).max(100),
});

const voiceConnectorSchema = z.strictObject({
  VoiceConnectorId: z.string().min(1),
  VoiceConnectorArn: z.string().regex(/^arn:[\w-]+:chime:.+:vc\/.+/, 'must be the ARN of a Voice Connector'),
  AwsRegion: region,
  Name: z.string().min(1).max(256),
  Origination: z.strictObject({ Disabled: z.boolean().default(false), Routes: z.array(routeSchema).max(10) }),
});

const pstnRouteSchema = z.strictObject({
  /** Of the number dialled; the longest that fits takes the call. */
  Prefix: z.string().regex(/^\+\d{0,15}$/, 'must be "+" and digits'),
  Host: z.string().min(1),
  Port: port,
});

export const pstnAudioConfigSchema = z.strictObject({
  AwsAccountId: z.string().regex(/^\d{12}$/, 'must have 12 digits'),
  PhoneNumbers: z.array(phoneNumberSchema),
  SipMediaApplications: z.array(sipMediaApplicationSchema),
  SipRules: z.array(sipRuleSchema),
  VoiceConnectors: z.array(voiceConnectorSchema),
  Pstn: z.strictObject({ Routes: z.array(pstnRouteSchema) }),
});
export type PstnAudioConfig = z.infer<typeof pstnAudioConfigSchema>;
export type SipMediaApplication = PstnAudioConfig['SipMediaApplications'][number];
export type SipRule = PstnAudioConfig['SipRules'][number];
export type VoiceConnector = PstnAudioConfig['VoiceConnectors'][number];

/** Reads a configuration; rejects with one message that names every wrong field. */
export function parsePstnAudioConfig(value: unknown): PstnAudioConfig {
  const read = pstnAudioConfigSchema.safeParse(value);
  if (!read.success) throw new TypeError(`PSTN Audio configuration: ${z.prettifyError(read.error)}`);
  const unknown = read.data.SipRules.flatMap((rule) =>
    rule.TargetApplications.filter(
      (target) =>
        !read.data.SipMediaApplications.some(
          (application) => application.SipMediaApplicationId === target.SipMediaApplicationId,
        ),
    ).map(
      (target) =>
        `SIP rule "${rule.Name}" names the SIP media application "${target.SipMediaApplicationId}", which is not configured`,
    ),
  );
  if (unknown.length > 0) throw new TypeError(`PSTN Audio configuration: ${unknown.join('; ')}`);
  return read.data;
}
