import { ChimeSDKMeetingsClient, CreateMeetingWithAttendeesCommand } from '@aws-sdk/client-chime-sdk-meetings';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { startMeetings, type LocalMeetings } from '../../infra/local/meetings/meetings.ts';
import { ToneEar } from '../../infra/local/phone/tone-ear.ts';
import { meetingDoor } from '../../infra/local/pstn-audio/doors/meeting-door.ts';
import { toneSource } from '../../infra/local/pstn-audio/media/tone.ts';
import {
  actions,
  bobAnswers,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const browser = 700;
const never = new Promise<void>(() => undefined);

let meetings: LocalMeetings;
let tokens: readonly string[];
let ear: ToneEar;
beforeEach(async () => {
  meetings = await startMeetings({ timers: systemTimers, ids: systemIds, clock: systemClock });
  const client = new ChimeSDKMeetingsClient({
    endpoint: meetings.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Attendees = [] } = await client.send(
    new CreateMeetingWithAttendeesCommand({
      ClientRequestToken: 'token',
      MediaRegion: 'us-east-1',
      ExternalMeetingId: 'advice',
      Attendees: [{ ExternalUserId: 'browser' }, { ExternalUserId: 'telephone' }],
    }),
  );
  client.destroy();
  tokens = Attendees.map(({ JoinToken = '' }) => JoinToken);
  ear = new ToneEar();
  meetings.rooms.join(tokens[0]!, { voice: toneSource({ frequencyHz: browser }), ear });
});
afterEach(() => meetings.close());

const toMeeting = (token: string) => ({ toPhoneNumber: '+17035550122', sipHeaders: { 'x-chime-Join-token': token } });

describe('a call that is placed to a meeting', () => {
  it('is answered by it, and whoever is bridged then talks with those who are there', async () => {
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type }) =>
        type === 'CALL_ANSWERED' ? respond(actions.bridgeToBob) : respond(),
      ),
      { meetings: meetingDoor(meetings) },
    );
    const answered = bobAnswers(fixture);

    fixture.place(toMeeting(tokens[1]!));
    const { call: bob } = await answered;
    const heard = await Promise.all([bob.hears(browser), ear.hears(voices.bob, never)]);
    bob.hangUp();
    await fixture.service.idle();

    expect(heard).toEqual([true, true]);
    expect(await ear.hearsSilence(never)).toBe(true);
    expect(typesOf(fixture)).toEqual([
      'NEW_OUTBOUND_CALL',
      'RINGING',
      'CALL_ANSWERED',
      'ACTION_SUCCESSFUL CallAndBridge',
      'HANGUP Hangup',
      'HANGUP Hangup',
    ]);
    expect(fixture.told[3]?.CallDetails.Participants).toMatchObject([
      { ParticipantTag: 'LEG-A', To: '+17035550122', Direction: 'Outbound', Status: 'Connected' },
      { ParticipantTag: 'LEG-B', Status: 'Connected' },
    ]);
  });

  it('ends with 403 where the token admits nobody, and a note says why', async () => {
    const notes: string[] = [];
    const fixture = await between(() => respond(), {
      meetings: meetingDoor(meetings),
      observer: { onNote: ({ note }) => notes.push(note) },
    });

    fixture.place(toMeeting('old'));
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_OUTBOUND_CALL', 'HANGUP Hangup']);
    expect(fixture.told[1]?.ActionData?.Parameters).toMatchObject({ SipResponseCode: 403 });
    expect(notes).toEqual(['the join token admits to no such meeting']);
  });
});
