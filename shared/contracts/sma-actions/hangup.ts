import * as z from 'zod';
import { callLeg } from './common.ts';

/** What a leg may be ended with: 0 a normal end, 480 unavailable, 486 busy. */
export const hangupCodes = ['0', '480', '486'] as const;

/** Ends a leg (Amazon Chime SDK developer guide, hangup). */
export const hangupSchema = z.strictObject({
  Type: z.literal('Hangup'),
  Parameters: z.strictObject({ ...callLeg, SipResponseCode: z.enum(hangupCodes).optional() }),
});
