import * as z from 'zod';
import { callLeg, digitEntryParameters, speechParameters } from './common.ts';

/** Says text and gathers digits (Amazon Chime SDK developer guide, speak-and-get-digits). */
export const speakAndGetDigitsSchema = z.strictObject({
  Type: z.literal('SpeakAndGetDigits'),
  Parameters: z.strictObject({
    ...callLeg,
    SpeechParameters: z.object(speechParameters),
    /** What it leaves out, but for Text, is as in SpeechParameters. */
    FailureSpeechParameters: z.object(speechParameters),
    ...digitEntryParameters,
  }),
});
