import * as z from 'zod';
import { callLeg } from './common.ts';

/** Mutes telephone attendees of the meeting that LEG-B stands for, or lets them be heard again (Amazon Chime SDK developer guide, mute-unmute). */
export const modifyChimeMeetingAttendeesSchema = z.strictObject({
  Type: z.literal('ModifyChimeMeetingAttendees'),
  Parameters: z.strictObject({
    ...callLeg,
    Operation: z.enum(['Mute', 'Unmute']),
    MeetingId: z.string().min(1),
    /** Attendee ids. */
    AttendeeList: z.array(z.string().min(1)).min(1).max(100),
  }),
});
