import * as z from 'zod';

/** Presses keys on a leg (Amazon Chime SDK developer guide, send-digits). */
export const sendDigitsSchema = z.strictObject({
  Type: z.literal('SendDigits'),
  Parameters: z.strictObject({
    CallId: z.string(),
    /** A comma is half a second of nothing. */
    Digits: z.string().regex(/^[0-9*#A-D,]{1,50}$/, 'must be 1 to 50 of 0-9, *, #, A-D and the comma'),
    /** How long each key is held; default: 250. */
    ToneDurationInMilliseconds: z.int().min(50).max(24_000).optional(),
  }),
});
