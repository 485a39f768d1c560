import * as z from 'zod';

/** What is said is recorded again after PauseCallRecording (Amazon Chime SDK developer guide, resume-call-recording). */
export const resumeCallRecordingSchema = z.strictObject({
  Type: z.literal('ResumeCallRecording'),
  Parameters: z.strictObject({ CallId: z.string().min(1) }),
});
