import * as z from 'zod';

/**
 * What PSTN Audio sends to the Lambda function of a SIP media application
 * (Amazon Chime SDK developer guide, pstn-invocations), read as real calls were seen to differ from it:
 * Status and SipHeaders may be missing, numbers may come as text, unknown fields and events may come.
 */
export const invocationEventTypes = [
  'NEW_INBOUND_CALL',
  'NEW_OUTBOUND_CALL',
  'RINGING',
  'CALL_ANSWERED',
  'ACTION_SUCCESSFUL',
  'ACTION_FAILED',
  'ACTION_INTERRUPTED',
  'DIGITS_RECEIVED',
  'CALL_UPDATE_REQUESTED',
  'HANGUP',
  'INVALID_LAMBDA_RESPONSE',
] as const;
export type InvocationEventType = (typeof invocationEventTypes)[number];

export const participantTags = ['LEG-A', 'LEG-B'] as const;
export type ParticipantTag = (typeof participantTags)[number];

export const participantSchema = z.looseObject({
  CallId: z.string(),
  ParticipantTag: z.enum(participantTags),
  To: z.string(),
  From: z.string(),
  Direction: z.enum(['Inbound', 'Outbound']),
  /** Epoch milliseconds, as text. */
  StartTimeInMilliseconds: z.coerce.string(),
  /** Absent in NEW_INBOUND_CALL and NEW_OUTBOUND_CALL. */
  Status: z.enum(['Connected', 'Disconnected']).optional(),
  SipHeaders: z.record(z.string(), z.string()).optional(),
});
export type Participant = z.infer<typeof participantSchema>;

export const actionDataSchema = z.looseObject({
  Type: z.string(),
  Parameters: z.looseObject({ CallId: z.string().optional(), ParticipantTag: z.string().optional() }).optional(),
  ErrorType: z.string().optional(),
  ErrorMessage: z.string().optional(),
});
export type ActionData = z.infer<typeof actionDataSchema>;

export const transactionAttributesSchema = z.record(z.string(), z.string());
export type TransactionAttributes = z.infer<typeof transactionAttributesSchema>;

export const smaEventSchema = z.looseObject({
  SchemaVersion: z.string(),
  Sequence: z.coerce.number().int().nonnegative(),
  /** One of `invocationEventTypes`, or one that AWS adds after this was written. */
  InvocationEventType: z.string(),
  ActionData: actionDataSchema.optional(),
  CallDetails: z.looseObject({
    TransactionId: z.string().min(1),
    TransactionAttributes: transactionAttributesSchema.nullish(),
    AwsAccountId: z.string().optional(),
    AwsRegion: z.string().optional(),
    SipRuleId: z.string().optional(),
    SipMediaApplicationId: z.string().optional(),
    Participants: z.array(participantSchema),
  }),
  /** Beside CallDetails, in INVALID_LAMBDA_RESPONSE only. */
  ErrorType: z.string().optional(),
  ErrorMessage: z.string().optional(),
});
export type SmaEvent = z.infer<typeof smaEventSchema>;
