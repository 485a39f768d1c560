import { noContent } from '../api-error.ts';
import { noSuchAttendee, noSuchMeeting, type Operation } from './operation.ts';

/** The attendee's join token is void from now on; who has joined with it is disconnected. */
export const deleteAttendee: Operation = ({ meetingId, attendeeId }, registry) => {
  if (registry.find(meetingId) === undefined) return noSuchMeeting(meetingId);
  return registry.deleteAttendee(meetingId, attendeeId) ? noContent : noSuchAttendee(attendeeId);
};
