import * as z from 'zod';

/** Ends the recording of a leg for good (Amazon Chime SDK developer guide, stop-call-recording). */
export const stopCallRecordingSchema = z.strictObject({
  Type: z.literal('StopCallRecording'),
  Parameters: z.strictObject({ CallId: z.string().min(1) }),
});
