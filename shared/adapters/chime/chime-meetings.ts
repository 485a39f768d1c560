import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings';
import { BridgeError } from '../../errors.ts';
import type { MeetingRequest, Meetings, OpenMeeting } from '../../ports/meetings.ts';

export interface ChimeMeetingsOptions {
  /** Region of the API and of the media. */
  readonly region: string;
  /** Per request; 1,000 by default. */
  readonly requestTimeoutMs?: number;
}

/** Meetings over the Amazon Chime SDK Meetings API. The client is made once, and kept. */
export function chimeMeetings({ region, requestTimeoutMs = 1000 }: ChimeMeetingsOptions): Meetings {
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

    async close({ meetingId, attendeeId }) {
      // Each on its own: an attendee that is gone already must not keep the meeting alive.
      await Promise.allSettled([
        client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendeeId })),
        client.send(new DeleteMeetingCommand({ MeetingId: meetingId })),
      ]);
    },
  };
}

async function open(client: ChimeSDKMeetingsClient, region: string, request: MeetingRequest): Promise<OpenMeeting> {
  const { Meeting } = await client.send(
    new CreateMeetingCommand({
      ClientRequestToken: request.requestToken,
      MediaRegion: region,
      ExternalMeetingId: request.externalMeetingId,
    }),
  );
  const meetingId = required(Meeting?.MeetingId, 'MeetingId');
  const { Attendee } = await client.send(
    new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: request.externalUserId }),
  );
  return {
    meetingId,
    attendeeId: required(Attendee?.AttendeeId, 'AttendeeId'),
    joinToken: required(Attendee?.JoinToken, 'JoinToken'),
  };
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new TypeError(`the Meetings API answered without ${name}`);
  return value;
}
