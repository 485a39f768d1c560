import { done } from '../api-error.ts';
import { createMeetingWithAttendeesRequest } from '../requests.ts';
import { addAttendees } from './add-attendees.ts';
import { noSuchMeeting, withRead, type Operation } from './operation.ts';

/** A meeting and up to 20 who may join it, in one request; idempotent as the operations for each are. */
export const createMeetingWithAttendees: Operation = ({ body }, registry) =>
  withRead(
    createMeetingWithAttendeesRequest,
    body,
    ({
      Attendees: wanted,
      ClientRequestToken,
      MediaRegion,
      ExternalMeetingId,
      MeetingHostId,
      MeetingFeatures,
      TenantIds,
    }) => {
      const meeting = registry.openMeeting(ClientRequestToken, {
        MediaRegion,
        ExternalMeetingId,
        MeetingHostId,
        MeetingFeatures,
        TenantIds,
      });
      const added = addAttendees(registry, meeting.MeetingId, wanted);
      return added === 'noSuchMeeting' ? noSuchMeeting(meeting.MeetingId) : done({ Meeting: meeting, ...added });
    },
  );
