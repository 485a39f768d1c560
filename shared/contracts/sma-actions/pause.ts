import * as z from 'zod';
import { callLeg } from './common.ts';

/** Waits (Amazon Chime SDK developer guide, pause); the range is that of unexpected-action-fail. */
export const pauseSchema = z.strictObject({
  Type: z.literal('Pause'),
  Parameters: z.strictObject({ ...callLeg, DurationInMilliseconds: z.int().min(100).max(30_000) }),
});
