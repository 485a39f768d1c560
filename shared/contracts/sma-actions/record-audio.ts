import * as z from 'zod';
import { callLeg, digitSchema } from './common.ts';

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
    RecordingTerminators: z.array(digitSchema),
    RecordingDestination: z.object({
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
