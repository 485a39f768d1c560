import * as z from 'zod';
import { callLeg } from './common.ts';

/** Ends a leg (Amazon Chime SDK developer guide, hangup). */
export const hangupSchema = z.strictObject({
  Type: z.literal('Hangup'),
  Parameters: z.strictObject({ ...callLeg, SipResponseCode: z.enum(['0', '480', '486']).optional() }),
});
