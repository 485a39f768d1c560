import { isIP } from 'node:net';
import * as z from 'zod';
import { e164Schema, hostSchema, idSchema, nameSchema, portSchema, regionSchema } from './parts.ts';

/** API reference, OriginationRoute. */
const routeSchema = z.strictObject({
  Host: hostSchema,
  Port: portSchema.default(5060),
  Protocol: z
    .enum(['UDP', 'TCP'])
    .optional()
    .meta({ description: 'Default: UDP, or TCP where encryption is required.' }),
  Priority: z.int().min(1).max(100).default(1).meta({ description: 'The lowest is tried first.' }),
  Weight: z.int().min(1).max(100).default(1).meta({ description: 'Share of calls within a priority.' }),
});

const cidrSchema = z.string().refine(isCidr, {
  error: 'must be an IPv4 block in CIDR notation, such as "127.0.0.0/8" or "192.0.2.10/32"',
});

/** API reference, Termination. AWS wants public blocks of /27 to /32; on one machine they would let nobody in. */
const terminationSchema = z.strictObject({
  Disabled: z.boolean().default(false),
  CpsLimit: z.int().min(1).default(1).meta({ description: 'Calls a second.' }),
  DefaultPhoneNumber: e164Schema
    .optional()
    .meta({ description: 'Shown when the caller shows no number of the account.' }),
  CallingRegions: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'must be a country as ISO 3166-1 alpha-2 writes it, such as "US"'))
    .default(['US'])
    .meta({ description: 'Countries that may be called.' }),
  CidrAllowedList: z.array(cidrSchema).default([]).meta({ description: 'Addresses that may call.' }),
});

const credentialSchema = z.strictObject({
  Username: z.string().min(1).max(128),
  Password: z.string().min(1).max(128),
});

/** API reference, VoiceConnector, with its origination, termination and credentials. */
export const voiceConnectorSchema = z.strictObject({
  VoiceConnectorId: idSchema,
  VoiceConnectorArn: z
    .string()
    .regex(/^arn:aws[\w-]*:chime:[a-z0-9-]+:\d{12}:(vc|voice-connector)\/[\w-]+$/, {
      error:
        'must be the ARN of a Voice Connector, such as "arn:aws:chime:us-east-1:111122223333:vc/abc"; or leave it out',
    })
    .optional()
    .meta({ description: 'Default: made of the Region, the account and the id.' }),
  AwsRegion: regionSchema.default('us-east-1'),
  Name: nameSchema.optional().meta({ description: 'Default: the id.' }),
  OutboundHostName: hostSchema
    .optional()
    .meta({ description: 'What the private branch exchange calls. Default: <id>.voiceconnector.chime.aws' }),
  RequireEncryption: z.boolean().default(false).meta({ description: 'SIP over TLS only, both ways.' }),
  Origination: z
    .strictObject({ Disabled: z.boolean().default(false), Routes: z.array(routeSchema).max(20).default([]) })
    .optional()
    .meta({ description: 'Calls to the private branch exchange.' }),
  Termination: terminationSchema.optional().meta({ description: 'Calls from it; absent: none are taken.' }),
  TerminationCredentials: z
    .array(credentialSchema)
    .default([])
    .meta({ description: 'With any, calls from it have to prove themselves (SIP digest).' }),
});
export type VoiceConnectorConfig = z.infer<typeof voiceConnectorSchema>;

function isCidr(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/');
  return isIP(address) === 4 && /^\d{1,2}$/.test(length) && Number(length) <= 32 && rest.length === 0;
}
