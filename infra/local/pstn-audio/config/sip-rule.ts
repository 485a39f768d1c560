import * as z from 'zod';
import { triggerTypes } from '../objects/sip-rule.ts';
import { idSchema, nameSchema, regionSchema } from './parts.ts';

/** API reference, SipRule. */
export const sipRuleSchema = z.strictObject({
  SipRuleId: idSchema,
  Name: nameSchema,
  Disabled: z.boolean().default(false),
  TriggerType: z
    .enum(triggerTypes)
    .meta({ description: 'ToPhoneNumber: a number of PhoneNumbers. RequestUriHostname: the host of the Request-URI.' }),
  TriggerValue: z
    .string()
    .min(1)
    .meta({ description: 'An E.164 number, or the OutboundHostName of a Voice Connector.' }),
  TargetApplications: z
    .array(
      z.strictObject({
        SipMediaApplicationId: idSchema,
        Priority: z.int().min(1).meta({ description: 'The lowest is tried first.' }),
        AwsRegion: regionSchema.default('us-east-1'),
      }),
    )
    .min(1)
    .max(25)
    .meta({ description: 'One a Region.' }),
});
export type SipRuleConfig = z.infer<typeof sipRuleSchema>;
