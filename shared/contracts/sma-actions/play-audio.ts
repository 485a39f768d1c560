import * as z from 'zod';
import { audioSourceSchema, callLeg, digitSchema, positive } from './common.ts';

/** Plays a WAV file on a leg (Amazon Chime SDK developer guide, play-audio). */
export const playAudioSchema = z.strictObject({
  Type: z.literal('PlayAudio'),
  Parameters: z.strictObject({
    ...callLeg,
    AudioSource: audioSourceSchema,
    /** Keys that end it. */
    PlaybackTerminators: z.array(digitSchema).optional(),
    /** How many times in all; default: 1. */
    Repeat: positive.optional(),
  }),
});
