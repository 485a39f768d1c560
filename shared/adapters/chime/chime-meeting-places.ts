import { BridgeError } from '../../errors.ts';
import type { MeetingPlaces, PlaceInMeeting } from '../../ports/meeting-places.ts';
import type * as meetings from './chime-meeting-places-client.ts';

export interface ChimeMeetingPlacesOptions {
  /** Per attempt of a request, of which there are two at most; 1,000 by default. */
  readonly requestTimeoutMs?: number;
}

type Sdk = typeof meetings;

/**
 * Places in meetings over CreateAttendee and GetMeeting (Amazon Chime SDK API reference, Meetings), asked for at the same time. The
 * SDK's client is loaded with the first place, and kept for each Region: whoever looks at calls needs none.
 */
export function chimeMeetingPlaces({ requestTimeoutMs = 1000 }: ChimeMeetingPlacesOptions = {}): MeetingPlaces {
  const clients = new Map<string, meetings.ChimeSDKMeetingsClient>();
  const clientFor = (sdk: Sdk, region: string): meetings.ChimeSDKMeetingsClient => {
    const client =
      clients.get(region) ??
      new sdk.ChimeSDKMeetingsClient({
        region,
        maxAttempts: 2,
        // Without throwOnRequestTimeout the SDK only warns, and waits on.
        requestHandler: { requestTimeout: requestTimeoutMs, connectionTimeout: 500, throwOnRequestTimeout: true },
      });
    clients.set(region, client);
    return client;
  };

  return {
    async take({ meetingId, region, externalUserId }) {
      try {
        const sdk = await import('./chime-meeting-places-client.ts');
        const client = clientFor(sdk, region);
        // Each on its own: no request runs on when one has failed.
        const [attendee, meeting] = await Promise.allSettled([
          client.send(new sdk.CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: externalUserId })),
          client.send(new sdk.GetMeetingCommand({ MeetingId: meetingId })),
        ]);
        if (attendee.status === 'rejected') throw attendee.reason;
        if (meeting.status === 'rejected') throw meeting.reason;
        return placeOf(meeting.value.Meeting, attendee.value.Attendee);
      } catch (error) {
        // By name: a bundle may hold two copies of the SDK's error class.
        if (error instanceof Error && error.name === 'NotFoundException') return undefined;
        throw new BridgeError('meeting-unavailable', 'there was no place in the meeting to be had', { cause: error });
      }
    },
  };
}

function placeOf(meeting: meetings.Meeting | undefined, attendee: meetings.Attendee | undefined): PlaceInMeeting {
  return {
    meeting: { ...meeting, MeetingId: required(meeting?.MeetingId, 'MeetingId') },
    attendee: {
      ...attendee,
      AttendeeId: required(attendee?.AttendeeId, 'AttendeeId'),
      ExternalUserId: required(attendee?.ExternalUserId, 'ExternalUserId'),
      JoinToken: required(attendee?.JoinToken, 'JoinToken'),
    },
  };
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new TypeError(`the Meetings API answered without ${name}`);
  return value;
}
