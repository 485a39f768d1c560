import { done } from '../api-error.ts';
import { createMeetingRequest } from '../requests.ts';
import { withRead, type Operation } from './operation.ts';

/** Idempotent by ClientRequestToken. */
export const createMeeting: Operation = ({ body }, registry) =>
  withRead(
    createMeetingRequest,
    body,
    ({ ClientRequestToken, MediaRegion, ExternalMeetingId, MeetingHostId, MeetingFeatures, TenantIds }) =>
      done({
        Meeting: registry.openMeeting(ClientRequestToken, {
          MediaRegion,
          ExternalMeetingId,
          MeetingHostId,
          MeetingFeatures,
          TenantIds,
        }),
      }),
  );
