import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  type CreateMeetingCommandInput,
} from '@aws-sdk/client-chime-sdk-meetings';
import type { MeetingEvent } from '../../../../../infra/local/meetings/meeting-events.ts';
import type { Attendee } from '../../../../../infra/local/meetings/meeting.ts';
import { startMeetings, type LocalMeetings } from '../../../../../infra/local/meetings/meetings.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

/** The local service with a real SDK client on it. */
export class MeetingsUnderTest {
  readonly timers: TimersFake;
  readonly meetings: LocalMeetings;
  readonly client: ChimeSDKMeetingsClient;
  readonly events: MeetingEvent[] = [];

  static async start(timers = new TimersFake()): Promise<MeetingsUnderTest> {
    return new MeetingsUnderTest(timers, await startMeetings({ timers, clock: timers, ids: idsFake() }));
  }

  private constructor(timers: TimersFake, meetings: LocalMeetings) {
    this.timers = timers;
    this.meetings = meetings;
    this.client = new ChimeSDKMeetingsClient({
      endpoint: meetings.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    meetings.onEvent((event) => this.events.push(event));
  }

  async openMeeting(over: Partial<CreateMeetingCommandInput> = {}): Promise<string> {
    const request = { ClientRequestToken: 'token-1', MediaRegion: 'us-east-1', ExternalMeetingId: 'advice', ...over };
    const { Meeting } = await this.client.send(new CreateMeetingCommand(request));
    return Meeting?.MeetingId ?? '';
  }

  async addAttendee(meetingId: string, name: string, audio?: 'Send' | 'Receive'): Promise<Attendee> {
    const capabilities = audio && { Capabilities: { Audio: audio, Video: 'None' as const, Content: 'None' as const } };
    const { Attendee } = await this.client.send(
      new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: name, ...capabilities }),
    );
    return Attendee as Attendee;
  }

  async close(): Promise<void> {
    this.client.destroy();
    await this.meetings.close();
  }
}
