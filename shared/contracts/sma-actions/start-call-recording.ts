import * as z from 'zod';

export const recordingTracks = ['BOTH', 'INCOMING', 'OUTGOING'] as const;
export type RecordingTrack = (typeof recordingTracks)[number];

/** Records a leg until it ends or StopCallRecording, once in its life (Amazon Chime SDK developer guide, start-call-recording). */
export const startCallRecordingSchema = z.strictObject({
  Type: z.literal('StartCallRecording'),
  Parameters: z.strictObject({
    CallId: z.string().min(1),
    /** INCOMING is what the leg's party says, OUTGOING what it hears. */
    Track: z.enum(recordingTracks),
    Destination: z.object({
      Type: z.literal('S3'),
      /** A bucket of the application's own account, and after a slash the beginning of the key. */
      Location: z.string().regex(/^[^/]{3,}(?:\/.*)?$/, 'must be a bucket, or a bucket, "/" and a prefix'),
    }),
  }),
});
