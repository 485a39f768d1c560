import { ChimeSDKMeetingsClient, CreateAttendeeCommand } from '@aws-sdk/client-chime-sdk-meetings';
import type { LocalMeetings } from '../../infra/local/meetings/meetings.ts';
import type { MeetingSeat } from '../../infra/local/meetings/meeting-rooms.ts';
import { ToneEar } from '../../infra/local/phone/tone-ear.ts';
import { toneSource } from '../../infra/local/pstn-audio/media/tone.ts';

/** An adviser whom the test has come and go; in the meeting they say their tone. */
export interface AdviserInMeeting {
  readonly seat: () => MeetingSeat;
  /** Comes, again and again, to the same place in the meeting. */
  comes(): void;
}

/** A place in the meeting for an adviser of that name, as their application would get it. */
export async function adviserFor(
  { endpoint, rooms }: LocalMeetings,
  meetingId: string,
  { name, voiceHz }: { readonly name: string; readonly voiceHz: number },
): Promise<AdviserInMeeting> {
  const client = new ChimeSDKMeetingsClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Attendee } = await client.send(new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: name }));
  client.destroy();
  let seat: MeetingSeat | undefined;
  return {
    seat() {
      if (seat === undefined) throw new Error('the adviser has not come yet');
      return seat;
    },
    comes() {
      const party = { voice: toneSource({ frequencyHz: voiceHz }), ear: new ToneEar() };
      const outcome = rooms.join(Attendee?.JoinToken ?? '', party, { meetingId });
      if (outcome.kind === 'refused') throw new Error(outcome.reason);
      seat = outcome.seat;
    },
  };
}
