import * as z from 'zod';
import { callLeg, milliseconds } from './common.ts';

/**
 * Listens for digits while other actions run, until they are handed over once (Amazon Chime SDK developer guide, listen-to-digits;
 * some public functions rely on its listening on).
 */
export const receiveDigitsSchema = z.strictObject({
  Type: z.literal('ReceiveDigits'),
  Parameters: z.strictObject({
    ...callLeg,
    InputDigitsRegex: z.string(),
    /** So long after a digit, the digits so far are held against the pattern. */
    InBetweenDigitsDurationInMilliseconds: milliseconds,
    /** So long after the first digit since digits were last handed over, they are handed over, whether they match or not. */
    FlushDigitsDurationInMilliseconds: milliseconds,
  }),
});
