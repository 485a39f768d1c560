import * as z from 'zod';
import { callLeg, speechParameters } from './common.ts';

/** Says text on a leg (Amazon Chime SDK developer guide, speak). */
export const speakSchema = z.strictObject({
  Type: z.literal('Speak'),
  Parameters: z.strictObject({ ...callLeg, ...speechParameters }),
});
