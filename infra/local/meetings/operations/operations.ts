import { batchCreateAttendee } from './batch-create-attendee.ts';
import { createAttendee } from './create-attendee.ts';
import { createMeeting } from './create-meeting.ts';
import { createMeetingWithAttendees } from './create-meeting-with-attendees.ts';
import { deleteAttendee } from './delete-attendee.ts';
import { deleteMeeting } from './delete-meeting.ts';
import { getAttendee } from './get-attendee.ts';
import { getMeeting } from './get-meeting.ts';
import { listAttendees } from './list-attendees.ts';

/** Everything that is served, by the names of the Chime SDK Meetings API. */
export const operations = {
  CreateMeeting: createMeeting,
  CreateMeetingWithAttendees: createMeetingWithAttendees,
  GetMeeting: getMeeting,
  DeleteMeeting: deleteMeeting,
  CreateAttendee: createAttendee,
  BatchCreateAttendee: batchCreateAttendee,
  GetAttendee: getAttendee,
  ListAttendees: listAttendees,
  DeleteAttendee: deleteAttendee,
} as const;

export type OperationName = keyof typeof operations;
