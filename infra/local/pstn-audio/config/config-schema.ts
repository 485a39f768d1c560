import * as z from 'zod';
import { botSchema } from '../service/bots/bot-schema.ts';
import { behaviorSchema } from './behavior.ts';
import { endpointsSchema } from './endpoints.ts';
import { functionSchema } from './function.ts';
import { pathSchema } from './parts.ts';
import { phoneNumberSchema } from './phone-number.ts';
import { pstnSchema } from './pstn.ts';
import { sipMediaApplicationSchema } from './sip-media-application.ts';
import { sipRuleSchema } from './sip-rule.ts';
import { sipSchema } from './sip.ts';
import { voiceConnectorGroupSchema } from './voice-connector-group.ts';
import { voiceConnectorSchema } from './voice-connector.ts';

const bucketNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket: 3 to 63 of a-z, 0-9, "-" and "."');

/**
 * How PSTN Audio is set up. Field names are those of the Chime SDK Voice API and of Lambda, so that what works here is what is
 * deployed. `Sip`, `Endpoints`, `Pstn`, `Buckets`, `Bots` and `Behavior` are ours: what on AWS is simply there.
 */
export const pstnAudioConfigSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'For editors.' }),
  AwsAccountId: z
    .string()
    .regex(/^\d{12}$/, 'must have 12 digits, in quotes')
    .default('111122223333')
    .meta({ description: 'The account that events name.' }),
  Sip: sipSchema.optional().meta({ description: 'Where the service takes SIP.' }),
  Endpoints: endpointsSchema.prefault({}).meta({ description: 'Where the HTTP APIs listen.' }),
  Functions: z.array(functionSchema).default([]).meta({ description: 'Functions that run on this machine.' }),
  SipMediaApplications: z.array(sipMediaApplicationSchema).default([]),
  SipRules: z.array(sipRuleSchema).default([]).meta({ description: 'Which calls go to which applications.' }),
  VoiceConnectors: z.array(voiceConnectorSchema).default([]).meta({ description: 'SIP trunks.' }),
  VoiceConnectorGroups: z.array(voiceConnectorGroupSchema).default([]),
  PhoneNumbers: z.array(phoneNumberSchema).default([]).meta({ description: 'Numbers of the account.' }),
  Pstn: pstnSchema.prefault({}).meta({ description: 'The telephone network: which SIP peer has which numbers.' }),
  Buckets: z
    .record(bucketNameSchema, pathSchema)
    .default({})
    .meta({ description: 'S3 buckets by name, each a folder: prompts are read there, recordings written.' }),
  Bots: z.array(botSchema).default([]).meta({ description: 'Lex bots that StartBotConversation may talk to.' }),
  Behavior: behaviorSchema.prefault({}).meta({ description: 'Readings of what the documentation of AWS leaves open.' }),
});
export type PstnAudioConfig = z.infer<typeof pstnAudioConfigSchema>;
