import * as z from 'zod';
import { participantTags, transactionAttributesSchema } from './sma-event.ts';

/** What a SIP media application's function may answer (Amazon Chime SDK developer guide, invoke-on-call-leg). */
export const smaSchemaVersion = '1.0';
export const maximumActions = 10;
/** Contradicted by the 100 pairs of another page; the smaller number is right under both. */
export const maximumTransactionAttributes = 10;
/** Keys and values together ("20 KB", transaction-attributes). */
export const maximumTransactionAttributesBytes = 20_000;
export const maximumSipHeaderLength = 2048;

const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/, 'must be an E.164 number');
const callLeg = { CallId: z.string().optional(), ParticipantTag: z.enum(participantTags).optional() };

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

const audioSourceSchema = z.strictObject({ Type: z.literal('S3'), BucketName: z.string(), Key: z.string() });

const endpointSchema = z.discriminatedUnion('BridgeEndpointType', [
  z.strictObject({ BridgeEndpointType: z.literal('PSTN'), Uri: e164, Arn: z.null().optional() }),
  z.strictObject({
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

export const joinChimeMeetingSchema = z.strictObject({
  Type: z.literal('JoinChimeMeeting'),
  Parameters: z.strictObject({ ...callLeg, JoinToken: z.string().min(1), MeetingId: z.string().optional() }),
});

export const speakSchema = z.strictObject({
  Type: z.literal('Speak'),
  Parameters: z.strictObject({
    ...callLeg,
    Text: z.string().min(1).max(1000),
    Engine: z.enum(['standard', 'neural']).optional(),
    LanguageCode: z.string().optional(),
    TextType: z.enum(['text', 'ssml']).optional(),
    VoiceId: z.string().optional(),
  }),
});

/** The recording goes into a bucket of the application's own account (Amazon Chime SDK developer guide, record-audio). */
export const recordAudioSchema = z.strictObject({
  Type: z.literal('RecordAudio'),
  Parameters: z.strictObject({
    ...callLeg,
    DurationInSeconds: z.int().min(1).optional(),
    /** Ends the recording after so long a silence; absent: silence does not end it. */
    SilenceDurationInSeconds: z.int().min(1).max(1000).optional(),
    /** What counts as silence: 1 is the quietest. 200 by default. */
    SilenceThreshold: z.int().min(1).max(1000).optional(),
    RecordingTerminators: z.array(z.string().regex(/^[\d*#]$/, 'must be one of 0-9, * and #')),
    RecordingDestination: z.strictObject({
      Type: z.literal('S3'),
      BucketName: z.string().min(3),
      Prefix: z
        .string()
        .max(979)
        .regex(/^[\w!\-.*'()/]*$/, 'must have none but the safe characters of an S3 key')
        .optional(),
    }),
  }),
});

export const hangupSchema = z.strictObject({
  Type: z.literal('Hangup'),
  Parameters: z.strictObject({ ...callLeg, SipResponseCode: z.enum(['0', '480', '486']).optional() }),
});

export const smaActionSchema = z.discriminatedUnion('Type', [
  callAndBridgeSchema,
  joinChimeMeetingSchema,
  speakSchema,
  recordAudioSchema,
  hangupSchema,
]);
export type SmaAction = z.infer<typeof smaActionSchema>;
export type CallAndBridgeAction = z.infer<typeof callAndBridgeSchema>;
export type JoinChimeMeetingAction = z.infer<typeof joinChimeMeetingSchema>;
export type SpeakAction = z.infer<typeof speakSchema>;
export type RecordAudioAction = z.infer<typeof recordAudioSchema>;
export type HangupAction = z.infer<typeof hangupSchema>;

export const smaResponseSchema = z.strictObject({
  SchemaVersion: z.literal(smaSchemaVersion),
  Actions: z.array(smaActionSchema).max(maximumActions),
  TransactionAttributes: transactionAttributesSchema
    .refine((attributes) => Object.keys(attributes).length <= maximumTransactionAttributes, 'has more than 10 pairs')
    .optional(),
});
export type SmaResponse = z.infer<typeof smaResponseSchema>;
