import * as z from 'zod';
import { audioSourceSchema, callLeg, digitEntryParameters } from './common.ts';

/** Plays a WAV file and gathers digits (Amazon Chime SDK developer guide, play-audio-get-digits). */
export const playAudioAndGetDigitsSchema = z.strictObject({
  Type: z.literal('PlayAudioAndGetDigits'),
  Parameters: z.strictObject({
    ...callLeg,
    AudioSource: audioSourceSchema,
    FailureAudioSource: audioSourceSchema,
    ...digitEntryParameters,
  }),
});
