import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  type Attendee,
} from '@aws-sdk/client-chime-sdk-meetings';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { startMeetings, type LocalMeetings } from '../../infra/local/meetings/meetings.ts';
import { ToneEar } from '../../infra/local/phone/tone-ear.ts';
import { toneSource } from '../../infra/local/pstn-audio/media/tone.ts';
import type { MeetingDoor } from '../../infra/local/pstn-audio/service/call-control.ts';
import {
  connected,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const adviser = 700;

let meetings: LocalMeetings;
let client: ChimeSDKMeetingsClient;
let meetingId: string;
let caller: Attendee;
let ear: ToneEar;
beforeEach(async () => {
  meetings = await startMeetings({ timers: systemTimers, ids: systemIds, clock: systemClock });
  client = new ChimeSDKMeetingsClient({
    endpoint: meetings.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Meeting } = await client.send(
    new CreateMeetingCommand({ ClientRequestToken: 'token', MediaRegion: 'us-east-1', ExternalMeetingId: 'advice' }),
  );
  meetingId = Meeting?.MeetingId ?? '';
  caller = await attendee('caller');
  ear = new ToneEar();
  const { JoinToken: token = '' } = await attendee('adviser');
  meetings.rooms.join(token, { voice: toneSource({ frequencyHz: adviser }), ear });
});
afterEach(async () => {
  client.destroy();
  await meetings.close();
});

async function attendee(name: string): Promise<Attendee> {
  const request = { MeetingId: meetingId, ExternalUserId: name };
  return (await client.send(new CreateAttendeeCommand(request))).Attendee ?? {};
}

/** The adviser stays to the end. */
const never = new Promise<void>(() => undefined);

const door = (): MeetingDoor => ({
  join: ({ joinToken, meetingId: expected, audio }) => {
    const outcome = meetings.rooms.join(joinToken, audio, expected === undefined ? {} : { meetingId: expected });
    return outcome.kind === 'joined' ? outcome.seat : undefined;
  },
  setMuted: (id, attendeeIds, muted) => meetings.rooms.setMuted(id, attendeeIds, muted),
});

const join = () => ({
  Type: 'JoinChimeMeeting',
  Parameters: { JoinToken: caller.JoinToken, MeetingId: meetingId },
});
const modify = (Operation: string, attendees: readonly (string | undefined)[] = [caller.AttendeeId]) => ({
  Type: 'ModifyChimeMeetingAttendees',
  Parameters: { Operation, MeetingId: meetingId, AttendeeList: attendees, ParticipantTag: 'LEG-B' },
});

/** After joining, the function does these one after another. */
function afterJoining(...list: readonly object[]) {
  return between(
    hangingUpTheOther(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(join(), ...list) : respond(),
    ),
    { meetings: door() },
  );
}

describe('a caller in a meeting', () => {
  it('talks with those who are there', async () => {
    const fixture = await afterJoining();

    const alice = await connected(fixture);

    expect(await Promise.all([alice.hears(adviser), ear.hears(voices.alice, never)])).toEqual([true, true]);
    alice.hangUp();
    await fixture.service.idle();
    expect(fixture.told[1]?.CallDetails.Participants[1]).toMatchObject({
      ParticipantTag: 'LEG-B',
      To: '+17035550122',
      Status: 'Connected',
    });
  });

  it('is not heard once the function has muted them', async () => {
    const fixture = await afterJoining(modify('Mute'));
    const alice = await connected(fixture);
    await fixture.hasTold(3);

    const heard = await Promise.all([alice.hears(adviser), ear.hearsSilence(never)]);

    expect(heard).toEqual([true, true]);
    alice.hangUp();
    await fixture.service.idle();
  });

  it('is heard again when the function lets them, and the function is told of strangers', async () => {
    const fixture = await afterJoining(modify('Mute'), modify('Unmute'), modify('Mute', ['stranger']));
    const alice = await connected(fixture);
    await fixture.hasTold(5);

    expect(await ear.hears(voices.alice, never)).toBe(true);
    alice.hangUp();
    await fixture.service.idle();
    expect(typesOf(fixture)).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL JoinChimeMeeting',
      'ACTION_SUCCESSFUL ModifyChimeMeetingAttendees',
      'ACTION_SUCCESSFUL ModifyChimeMeetingAttendees',
      'ACTION_FAILED ModifyChimeMeetingAttendees',
      'HANGUP Hangup',
      'HANGUP Hangup',
    ]);
    expect(fixture.told[4]).toMatchObject({
      ActionData: { ErrorType: 'InvalidActionParameter', ErrorList: ['stranger'] },
    });
  });

  it('leaves it when the function hangs LEG-B up, and stays on the line', async () => {
    const fixture = await afterJoining({ Type: 'Hangup', Parameters: { ParticipantTag: 'LEG-B' } });
    const alice = await connected(fixture);
    await fixture.hasTold(3);

    const present = meetings.rooms.present(meetingId);
    const connectedLegs = fixture.service.connectedLegs;
    alice.hangUp();
    await fixture.service.idle();

    expect([present.includes(caller.AttendeeId ?? ''), connectedLegs]).toEqual([false, 1]);
    expect(typesOf(fixture)).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL JoinChimeMeeting',
      'ACTION_SUCCESSFUL Hangup',
      'HANGUP Hangup',
    ]);
  });
});
