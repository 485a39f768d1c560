import { done, errorOnTheWire } from '../api-error.ts';
import type { Attendee } from '../meeting.ts';
import { batchCreateAttendeeRequest } from '../requests.ts';
import { meetingFull, noSuchMeeting, withRead, type Operation } from './operation.ts';

/** Up to 100 at once; those who find no place are told in Errors, the others are in. */
export const batchCreateAttendee: Operation = ({ meetingId, body }, registry) =>
  withRead(batchCreateAttendeeRequest, body, ({ Attendees: wanted }) => {
    const added: Attendee[] = [];
    const errors: object[] = [];
    for (const { ExternalUserId, Capabilities } of wanted) {
      const attendee = registry.addAttendee(meetingId, ExternalUserId, Capabilities);
      if (attendee === 'noSuchMeeting') return noSuchMeeting(meetingId);
      if (attendee === 'full')
        errors.push({
          ExternalUserId,
          ErrorCode: errorOnTheWire('LimitExceededException').code,
          ErrorMessage: meetingFull,
        });
      else added.push(attendee);
    }
    return done({ Attendees: added, Errors: errors });
  });
