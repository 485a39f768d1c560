import { done } from '../api-error.ts';
import { batchCreateAttendeeRequest } from '../requests.ts';
import { addAttendees } from './add-attendees.ts';
import { noSuchMeeting, withRead, type Operation } from './operation.ts';

/** Up to 100 at once. */
export const batchCreateAttendee: Operation = ({ meetingId, body }, registry) =>
  withRead(batchCreateAttendeeRequest, body, ({ Attendees: wanted }) => {
    const added = addAttendees(registry, meetingId, wanted);
    return added === 'noSuchMeeting' ? noSuchMeeting(meetingId) : done(added);
  });
