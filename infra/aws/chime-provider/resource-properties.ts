import * as z from 'zod';

// CloudFormation hands every property over as text, numbers and booleans too; a test or a caller may give them as they are.
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

function whole(minimum: number, maximum: number): z.ZodType<number> {
  return z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(minimum).max(maximum));
}

/** What AWS takes, less the 20 characters that a SIP rule's name gets behind it. */
const objectName = z
  .string()
  .min(1)
  .max(236)
  .regex(/^[a-zA-Z0-9 _.-]+$/, 'may hold letters, digits, spaces and _ . - only');

const region = z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be an AWS Region');

/** Of the SIP rule that takes its calls, which goes with it. */
const ruleName = objectName.exactOptional();

/** AWS allows 50, and one is the provider's own. */
const tags = z
  .array(z.object({ Key: z.string().min(1).max(128), Value: z.string().max(256) }))
  .max(49)
  .default([]);

const cidr = z
  .string()
  .regex(/^(?:\d{1,3}\.){3}\d{1,3}\/(?:2[7-9]|3[0-2])$/, 'must be an IPv4 range of /27 to /32, as AWS takes them');

export const phoneNumberProperties = z
  .object({
    AreaCode: z
      .string()
      .regex(/^[2-9]\d{2}$/, 'must have three digits, the first not 0 or 1')
      .exactOptional(),
    E164PhoneNumber: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'must be "+" and 7 to 15 digits')
      .exactOptional(),
    ProductType: z.literal('SipMediaApplicationDialIn'),
    RuleName: ruleName,
  })
  .refine(
    ({ AreaCode, E164PhoneNumber }) => (AreaCode === undefined) !== (E164PhoneNumber === undefined),
    'give either AreaCode or E164PhoneNumber',
  );

export const sipMediaApplicationProperties = z
  .object({
    Name: objectName,
    AwsRegion: region,
    LambdaArn: z.string().regex(/^arn:aws[a-z-]*:lambda:[a-z\d-]+:\d{12}:function:.+$/, "must be a function's ARN"),
    Tags: tags,
  })
  .refine(({ AwsRegion, LambdaArn }) => LambdaArn.split(':')[3] === AwsRegion, {
    path: ['LambdaArn'],
    message: 'must be a function in AwsRegion',
  });

export const voiceConnectorProperties = z
  .object({
    Name: objectName,
    AwsRegion: region,
    RequireEncryption: flag,
    Origination: z
      .array(
        z.object({
          Host: z.string().min(1),
          Port: whole(1, 65_535),
          Protocol: z.enum(['TCP', 'UDP']),
          Priority: whole(1, 100),
          Weight: whole(1, 100),
        }),
      )
      .max(20)
      .default([]),
    TerminationCidrs: z.array(cidr).default([]),
    CallingRegions: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be a country of two letters')).default(['US']),
    RuleName: ruleName,
    Tags: tags,
  })
  .refine(
    ({ RequireEncryption, Origination }) =>
      !RequireEncryption || Origination.every(({ Protocol }) => Protocol === 'TCP'),
    { path: ['Origination'], message: 'encryption is required, which needs TCP for every route' },
  );

export const voiceConnectorLoggingProperties = z.object({
  VoiceConnectorId: z.string().min(1),
  Sip: flag,
  MediaMetrics: flag,
});

export const sipRuleProperties = z.object({
  Name: objectName,
  TriggerType: z.enum(['ToPhoneNumber', 'RequestUriHostname']),
  TriggerValue: z.string().min(1),
  TargetApplications: z
    .array(z.object({ SipMediaApplicationId: z.string().min(1), Priority: whole(1, 25), AwsRegion: region }))
    .min(1)
    .max(25)
    .refine(
      (targets) => new Set(targets.map(({ AwsRegion }) => AwsRegion)).size === targets.length,
      'a rule has one target a Region',
    ),
});

export type PhoneNumberProperties = z.output<typeof phoneNumberProperties>;
export type SipMediaApplicationProperties = z.output<typeof sipMediaApplicationProperties>;
export type VoiceConnectorProperties = z.output<typeof voiceConnectorProperties>;
export type VoiceConnectorLoggingProperties = z.output<typeof voiceConnectorLoggingProperties>;
export type SipRuleProperties = z.output<typeof sipRuleProperties>;
