import {
  ChimeSDKMeetingsClient,
  CreateMeetingWithAttendeesCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  ListAttendeesCommand,
} from '@aws-sdk/client-chime-sdk-meetings';
import { BridgeError } from '../../errors.ts';
import type { MeetingRequest, Meetings, OpenMeeting } from '../../ports/meetings.ts';
import type { ChimeMeetingsOptions } from './chime-meetings.ts';

/** As many as one page of ListAttendees holds: whoever counts wants to know whether somebody has come to join the caller. */
const countedAtMost = 100;

/** What imports this file loads the SDK's client: `chimeMeetings` does so only when a meeting is wanted. */
export function meetingsOf({ region, requestTimeoutMs = 1000 }: ChimeMeetingsOptions): Meetings {
  const client = new ChimeSDKMeetingsClient({
    region,
    maxAttempts: 2,
    requestHandler: { requestTimeout: requestTimeoutMs, connectionTimeout: 500, throwOnRequestTimeout: true },
  });

  return {
    async open(request) {
      try {
        return await open(client, region, request);
      } catch (error) {
        throw new BridgeError('meeting-unavailable', 'the meeting could not be opened', { cause: error });
      }
    },

    async attendees({ meetingId }) {
      try {
        const { Attendees = [] } = await client.send(
          new ListAttendeesCommand({ MeetingId: meetingId, MaxResults: countedAtMost }),
        );
        return Attendees.length;
      } catch (error) {
        // By name: a bundle may hold two copies of the SDK's error class.
        if (error instanceof Error && error.name === 'NotFoundException') return 0;
        throw new BridgeError('meeting-unavailable', 'the attendees of the meeting could not be counted', {
          cause: error,
        });
      }
    },

    async close({ meetingId, attendeeId }) {
      // Each on its own: an attendee that is gone already must not keep the meeting alive.
      await Promise.allSettled([
        client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendeeId })),
        client.send(new DeleteMeetingCommand({ MeetingId: meetingId })),
      ]);
    },
  };
}

/** In one request: a caller waits for it. The same token opens the same meeting, with the same attendee in it. */
async function open(client: ChimeSDKMeetingsClient, region: string, request: MeetingRequest): Promise<OpenMeeting> {
  const { Meeting, Attendees } = await client.send(
    new CreateMeetingWithAttendeesCommand({
      ClientRequestToken: request.requestToken,
      MediaRegion: region,
      ExternalMeetingId: request.externalMeetingId,
      Attendees: [{ ExternalUserId: request.externalUserId }],
    }),
  );
  const [attendee] = Attendees ?? [];
  return {
    meetingId: required(Meeting?.MeetingId, 'MeetingId'),
    attendeeId: required(attendee?.AttendeeId, 'AttendeeId'),
    joinToken: required(attendee?.JoinToken, 'JoinToken'),
  };
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new TypeError(`the Meetings API answered without ${name}`);
  return value;
}
