import * as z from 'zod';
import { maximumSipHeaderLength } from '../sma-limits.ts';
import { audioSourceSchema, callLeg, e164 } from './common.ts';

/** Only these headers may be sent: x-*, User-to-User, Diversion; some prefixes are AWS's own (sip-headers). */
export const sipHeadersSchema = z.record(
  z
    .string()
    .regex(/^(?:x-[\w.!%*+`'~-]+|user-to-user|diversion)$/i, 'must be x-*, User-to-User or Diversion')
    .regex(/^(?!x-(?:amzn|vine|vc|canary|voice))/i, 'has a prefix that AWS keeps for itself'),
  z
    .string()
    .max(maximumSipHeaderLength)
    .regex(/^[^\r\n]*$/, 'must be one line'),
);

/** A field that is not one of an endpoint's is passed over, as was seen of AWS. */
const endpointSchema = z.discriminatedUnion('BridgeEndpointType', [
  z.object({ BridgeEndpointType: z.literal('PSTN'), Uri: e164, Arn: z.null().optional() }),
  z.object({
    BridgeEndpointType: z.literal('AWS'),
    Arn: z
      .string()
      .regex(
        /^arn:[\w-]+:chime:[\w-]+:\d{12}:(?:vc|vcg|voice-connector|voice-connector-group)\/.+$/,
        'must be the ARN of a Voice Connector or group',
      ),
    Uri: z.string().regex(/^[a-zA-Z0-9&=+$/%\-_!~*().]{1,30}$/, 'must be a SIP user part of 1 to 30 characters'),
  }),
]);

/** Calls a second party and joins it to the caller (Amazon Chime SDK developer guide, call-and-bridge). */
export const callAndBridgeSchema = z.strictObject({
  Type: z.literal('CallAndBridge'),
  Parameters: z.strictObject({
    ...callLeg,
    /** From the INVITE of the second leg; carriers may ignore it. */
    CallTimeoutSeconds: z.int().min(1).max(120).optional(),
    CallerIdNumber: e164,
    RingbackTone: audioSourceSchema.optional(),
    Endpoints: z.array(endpointSchema).length(1),
    /** With AWS endpoints only. */
    SipHeaders: sipHeadersSchema.optional(),
  }),
});
