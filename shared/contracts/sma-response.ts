import * as z from 'zod';
import { transactionAttributesSchema } from './sma-event.ts';
import { maximumActions, maximumTransactionAttributes, smaSchemaVersion } from './sma-limits.ts';
import { callAndBridgeSchema } from './sma-actions/call-and-bridge.ts';
import { hangupSchema } from './sma-actions/hangup.ts';
import { joinChimeMeetingSchema } from './sma-actions/join-chime-meeting.ts';
import { modifyChimeMeetingAttendeesSchema } from './sma-actions/modify-chime-meeting-attendees.ts';
import { pauseCallRecordingSchema } from './sma-actions/pause-call-recording.ts';
import { pauseSchema } from './sma-actions/pause.ts';
import { playAudioSchema } from './sma-actions/play-audio.ts';
import { receiveDigitsSchema } from './sma-actions/receive-digits.ts';
import { recordAudioSchema } from './sma-actions/record-audio.ts';
import { resumeCallRecordingSchema } from './sma-actions/resume-call-recording.ts';
import { speakAndGetDigitsSchema } from './sma-actions/speak-and-get-digits.ts';
import { speakSchema } from './sma-actions/speak.ts';
import { startCallRecordingSchema } from './sma-actions/start-call-recording.ts';

export { callAndBridgeSchema, sipHeadersSchema } from './sma-actions/call-and-bridge.ts';
export {
  maximumActions,
  maximumSipHeaderLength,
  maximumTransactionAttributes,
  maximumTransactionAttributesBytes,
  smaSchemaVersion,
} from './sma-limits.ts';
export { hangupSchema } from './sma-actions/hangup.ts';
export { joinChimeMeetingSchema } from './sma-actions/join-chime-meeting.ts';
export { recordAudioSchema } from './sma-actions/record-audio.ts';
export { speakSchema } from './sma-actions/speak.ts';

export const smaActionSchema = z.discriminatedUnion('Type', [
  callAndBridgeSchema,
  joinChimeMeetingSchema,
  speakSchema,
  recordAudioSchema,
  speakAndGetDigitsSchema,
  playAudioSchema,
  pauseSchema,
  receiveDigitsSchema,
  startCallRecordingSchema,
  pauseCallRecordingSchema,
  resumeCallRecordingSchema,
  modifyChimeMeetingAttendeesSchema,
  hangupSchema,
]);
export type SmaAction = z.infer<typeof smaActionSchema>;
export type CallAndBridgeAction = z.infer<typeof callAndBridgeSchema>;
export type JoinChimeMeetingAction = z.infer<typeof joinChimeMeetingSchema>;
export type SpeakAction = z.infer<typeof speakSchema>;
export type RecordAudioAction = z.infer<typeof recordAudioSchema>;
export type SpeakAndGetDigitsAction = z.infer<typeof speakAndGetDigitsSchema>;
export type HangupAction = z.infer<typeof hangupSchema>;

export const smaResponseSchema = z.strictObject({
  SchemaVersion: z.literal(smaSchemaVersion),
  Actions: z.array(smaActionSchema).max(maximumActions),
  TransactionAttributes: transactionAttributesSchema
    .refine((attributes) => Object.keys(attributes).length <= maximumTransactionAttributes, 'has more than 10 pairs')
    .optional(),
});
export type SmaResponse = z.infer<typeof smaResponseSchema>;
