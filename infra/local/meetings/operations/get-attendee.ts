import { done } from '../api-error.ts';
import { noSuchAttendee, noSuchMeeting, type Operation } from './operation.ts';

export const getAttendee: Operation = ({ meetingId, attendeeId }, registry) => {
  const open = registry.find(meetingId);
  if (open === undefined) return noSuchMeeting(meetingId);
  const attendee = open.attendees.get(attendeeId);
  return attendee === undefined ? noSuchAttendee(attendeeId) : done({ Attendee: attendee });
};
