import { ChimeSDKMeetingsClient, CreateAttendeeCommand } from '@aws-sdk/client-chime-sdk-meetings';
import type { LocalMeetings } from '../meetings/meetings.ts';
import { ToneEar } from '../phone/tone-ear.ts';
import { toneSource } from '../pstn-audio/media/tone.ts';
import type { OnConversation } from './conversation.ts';

export interface AdvisersOptions {
  readonly meetings: LocalMeetings;
  readonly region: string;
  readonly voiceHz: number;
  readonly onConversation: OnConversation;
}

interface Invitation {
  readonly meetingId: string;
  readonly externalMeetingId: string;
}

const requestTimeoutMs = 2000;

/** An adviser who joins each meeting as it starts, with a place of their own, as an adviser's application would. */
export function inviteAdvisers({ meetings, region, voiceHz, onConversation }: AdvisersOptions): void {
  const client = new ChimeSDKMeetingsClient({
    region,
    endpoint: meetings.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    // Without throwOnRequestTimeout the SDK only warns, and waits on.
    requestHandler: { requestTimeout: requestTimeoutMs, throwOnRequestTimeout: true },
  });

  meetings.onEvent(({ kind, meetingId, externalMeetingId }) => {
    if (kind === 'meetingStarted') void join({ meetingId, externalMeetingId });
  });

  async function join({ meetingId, externalMeetingId }: Invitation): Promise<void> {
    const joinToken = await placeIn(meetingId);
    const ear = new ToneEar();
    const outcome =
      joinToken === undefined
        ? undefined
        : meetings.rooms.join(joinToken, { voice: toneSource({ frequencyHz: voiceHz }), ear }, { meetingId });
    // The meeting may be over before the adviser gets there.
    if (outcome?.kind !== 'joined') return;
    const { seat } = outcome;
    onConversation({
      destination: { kind: 'meeting', id: externalMeetingId, callee: meetingId },
      contextSeen: null,
      voiceHz,
      hears: (frequencyHz) => ear.hears(frequencyHz, seat.left),
      // Frames are handed over in this process: no packets, so none are lost.
      packetsLost: 0,
      hangUp: () => seat.leave(),
    });
  }

  async function placeIn(meetingId: string): Promise<string | undefined> {
    try {
      const { Attendee } = await client.send(
        new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: 'adviser-on-duty' }),
      );
      return Attendee?.JoinToken;
    } catch {
      return undefined;
    }
  }
}
