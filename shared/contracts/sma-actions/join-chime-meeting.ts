import * as z from 'zod';
import { callLeg } from './common.ts';

/** Takes the caller into a meeting (Amazon Chime SDK developer guide, join-chime-meeting). */
export const joinChimeMeetingSchema = z.strictObject({
  Type: z.literal('JoinChimeMeeting'),
  Parameters: z.strictObject({ ...callLeg, JoinToken: z.string().min(1), MeetingId: z.string().optional() }),
});
