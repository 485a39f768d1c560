import * as z from 'zod';
import { productTypes } from '../objects/phone-number.ts';
import { e164Schema, idSchema, nameSchema } from './parts.ts';

/** API reference, PhoneNumber; its association with a Voice Connector or a group stands with it. */
export const phoneNumberSchema = z.strictObject({
  E164PhoneNumber: e164Schema,
  ProductType: z.enum(productTypes).meta({
    description: 'SipMediaApplicationDialIn: rings a SIP rule. VoiceConnector: rings a connector or a group.',
  }),
  VoiceConnectorId: idSchema.optional(),
  VoiceConnectorGroupId: idSchema.optional(),
  Name: nameSchema.optional(),
});
export type PhoneNumberConfig = z.infer<typeof phoneNumberSchema>;
