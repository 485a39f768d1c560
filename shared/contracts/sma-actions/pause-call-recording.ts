import * as z from 'zod';

/** Silence is recorded from now on (Amazon Chime SDK developer guide, pause-call-recording). */
export const pauseCallRecordingSchema = z.strictObject({
  Type: z.literal('PauseCallRecording'),
  Parameters: z.strictObject({ CallId: z.string().min(1) }),
});
