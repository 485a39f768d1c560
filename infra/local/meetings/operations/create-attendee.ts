import { done, refused } from '../api-error.ts';
import { createAttendeeRequest } from '../requests.ts';
import { meetingFull, noSuchMeeting, withRead, type Operation } from './operation.ts';

/** Idempotent by ExternalUserId. */
export const createAttendee: Operation = ({ meetingId, body }, registry) =>
  withRead(createAttendeeRequest, body, ({ ExternalUserId, Capabilities }) => {
    const attendee = registry.addAttendee(meetingId, ExternalUserId, Capabilities);
    if (attendee === 'noSuchMeeting') return noSuchMeeting(meetingId);
    if (attendee === 'full') return refused('LimitExceededException', meetingFull);
    return done({ Attendee: attendee });
  });
