import {
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
  NotFoundException,
} from '@aws-sdk/client-chime-sdk-meetings';
import { keepLifetimes } from '../../../../../infra/local/meetings/meeting-lifetime.ts';
import type { DisconnectReason, JoinOptions, MeetingSeat } from '../../../../../infra/local/meetings/meeting-rooms.ts';
import type { Attendee } from '../../../../../infra/local/meetings/meeting.ts';
import type { AudioParty } from '../../../../../infra/local/pstn-audio/media/audio.ts';
import { toneDetector, type ToneDetector } from '../../../../../infra/local/pstn-audio/media/tone-detector.ts';
import { toneSource } from '../../../../../infra/local/pstn-audio/media/tone.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { PhoneLines } from '../pstn-audio/media/phone-line-fixture.ts';
import { MeetingsUnderTest } from './meetings-fixture.ts';

const lines = new PhoneLines();
let under: MeetingsUnderTest;
let meetingId: string;
beforeEach(async () => {
  under = await MeetingsUnderTest.start(lines.timers);
  meetingId = await under.openMeeting();
});
afterEach(async () => {
  await under.close();
  await lines.close();
});

/** Someone at a computer: says one tone and listens for another. */
function adviser(says: number, listensFor: number): { party: AudioParty; hears: ToneDetector } {
  const hears = toneDetector(listensFor);
  return { party: { voice: toneSource({ frequencyHz: says }), ear: hears }, hears };
}
function join(attendee: Attendee, party: AudioParty, options?: JoinOptions): MeetingSeat {
  const outcome = under.meetings.rooms.join(attendee.JoinToken, party, options);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.seat;
}
const pass = (milliseconds: number): Promise<void> => lines.timers.advanceBy(milliseconds);
const story = (): string[] => under.events.map(({ kind }) => kind);

describe('a meeting room', () => {
  it('lets a phone leg and an adviser hear each other', async () => {
    const [phone, leg] = await lines.pair();
    phone.play(toneSource({ frequencyHz: 440 }));
    const phoneHears = toneDetector(700);
    phone.listen(phoneHears);
    const { party, hears } = adviser(700, 440);

    under.meetings.rooms.join((await under.addAttendee(meetingId, 'caller')).JoinToken, leg);
    join(await under.addAttendee(meetingId, 'adviser'), party);
    await lines.pass(12);

    expect([phoneHears.present, hears.present]).toEqual([true, true]);
  });

  it('keeps meetings apart', async () => {
    const otherMeeting = await under.openMeeting({ ClientRequestToken: 'token-2' });
    const here = adviser(440, 700);
    const there = adviser(700, 440);

    join(await under.addAttendee(meetingId, 'here'), here.party);
    join(await under.addAttendee(otherMeeting, 'there'), there.party);
    await pass(200);

    expect([here.hears.present, there.hears.present]).toEqual([false, false]);
  });

  it('tells its story in events', async () => {
    const attendee = await under.addAttendee(meetingId, 'caller');
    const seat = join(attendee, adviser(440, 700).party);
    seat.leave();
    seat.leave();
    await seat.left;
    await under.client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));

    const common = { meetingId, externalMeetingId: 'advice', at: lines.timers.now() };
    const who = { attendeeId: attendee.AttendeeId, externalUserId: 'caller' };
    expect(under.events).toEqual([
      { kind: 'meetingStarted', ...common },
      { kind: 'attendeeAdded', ...common, ...who },
      { kind: 'attendeeJoined', ...common, ...who },
      { kind: 'attendeeLeft', ...common, ...who },
      { kind: 'meetingEnded', ...common },
    ]);
  });

  it('tells a lost connection from leaving, and lets whoever lost it come again', async () => {
    const attendee = await under.addAttendee(meetingId, 'adviser');
    const reasons: DisconnectReason[] = [];
    const seat = join(attendee, adviser(440, 700).party, { onDisconnected: (reason) => reasons.push(reason) });

    seat.drop();
    seat.drop();
    await seat.left;
    const gone = under.meetings.rooms.present(meetingId);
    join(attendee, adviser(440, 700).party);

    expect(story().slice(2)).toEqual(['attendeeJoined', 'attendeeDropped', 'attendeeJoined']);
    expect([gone, under.meetings.rooms.present(meetingId)]).toEqual([[], [attendee.AttendeeId]]);
    expect(reasons).toEqual([]);
  });

  it('admits nobody without a token of an attendee', async () => {
    const attendee = await under.addAttendee(meetingId, 'caller');
    const { party } = adviser(440, 700);

    expect(under.meetings.rooms.join('invented', party)).toEqual({ kind: 'refused', reason: 'unknownToken' });
    expect(under.meetings.rooms.join(attendee.JoinToken, party, { meetingId: 'another' })).toEqual({
      kind: 'refused',
      reason: 'otherMeeting',
    });
    expect(under.meetings.rooms.join(attendee.JoinToken, party, { meetingId })).toMatchObject({ kind: 'joined' });
  });

  it('leaves a phone leg alone when it is not admitted', async () => {
    const [phone, leg] = await lines.pair();
    const hears = toneDetector(440);
    phone.listen(hears);
    leg.play(toneSource({ frequencyHz: 440 }));

    under.meetings.rooms.join('invented', leg);
    await lines.pass(6);

    expect(hears.present).toBe(true);
  });

  it('puts out whose attendee is deleted, for good', async () => {
    const attendee = await under.addAttendee(meetingId, 'caller');
    const reasons: DisconnectReason[] = [];
    const seat = join(attendee, adviser(440, 700).party, { onDisconnected: (reason) => reasons.push(reason) });

    await under.client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendee.AttendeeId }));
    await seat.left;

    expect(reasons).toEqual(['attendeeDeleted']);
    expect(under.meetings.rooms.join(attendee.JoinToken, adviser(440, 700).party)).toEqual({
      kind: 'refused',
      reason: 'unknownToken',
    });
  });

  it('puts everybody out when the meeting is deleted', async () => {
    const reasons: DisconnectReason[] = [];
    const seats = [];
    for (const name of ['caller', 'adviser'])
      seats.push(
        join(await under.addAttendee(meetingId, name), adviser(440, 700).party, {
          onDisconnected: (reason) => reasons.push(reason),
        }),
      );

    await under.client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));
    await Promise.all(seats.map(({ left }) => left));

    expect(reasons).toEqual(['meetingEnded', 'meetingEnded']);
    expect(story().slice(-3)).toEqual(['attendeeLeft', 'attendeeLeft', 'meetingEnded']);
    expect(lines.timers.pending).toBe(0);
  });

  it('gives an attendee who joins again the seat of the first', async () => {
    const attendee = await under.addAttendee(meetingId, 'caller');
    const other = adviser(700, 440);
    join(await under.addAttendee(meetingId, 'adviser'), other.party);
    const reasons: DisconnectReason[] = [];
    const first = join(attendee, adviser(440, 700).party, { onDisconnected: (reason) => reasons.push(reason) });
    const again = adviser(1000, 700);

    join(attendee, again.party);
    first.leave();
    await pass(200);

    expect(reasons).toEqual(['replaced']);
    expect([again.hears.present, other.hears.present]).toEqual([true, false]);
    expect(under.meetings.rooms.present(meetingId)).toHaveLength(2);
  });

  it('lets the same phone leg come again', async () => {
    const [phone, leg] = await lines.pair();
    const phoneHears = toneDetector(700);
    phone.listen(phoneHears);
    const caller = await under.addAttendee(meetingId, 'caller');
    join(await under.addAttendee(meetingId, 'adviser'), adviser(700, 440).party);

    under.meetings.rooms.join(caller.JoinToken, leg);
    under.meetings.rooms.join(caller.JoinToken, leg);
    await lines.pass(12);

    expect(phoneHears.present).toBe(true);
  });

  it('lets nobody hear who is muted, until unmuted, and names who is not there', async () => {
    const caller = await under.addAttendee(meetingId, 'caller');
    const listener = adviser(700, 440);
    const talker = adviser(440, 700);
    join(caller, talker.party);
    join(await under.addAttendee(meetingId, 'adviser'), listener.party);

    expect(under.meetings.rooms.setMuted(meetingId, [caller.AttendeeId, 'nobody'], true)).toEqual(['nobody']);
    await pass(200);
    expect([listener.hears.present, talker.hears.present]).toEqual([false, true]);
    under.meetings.rooms.setMuted(meetingId, [caller.AttendeeId], false);
    await pass(200);

    expect(listener.hears.present).toBe(true);
  });

  it('releases both ends of a party that leaves', async () => {
    const released: string[] = [];
    const party: AudioParty = {
      voice: { next: () => undefined, released: () => void released.push('voice') },
      ear: { frame: () => undefined, released: () => void released.push('ear') },
    };

    join(await under.addAttendee(meetingId, 'caller'), party).leave();

    expect(released).toEqual(['voice', 'ear']);
  });

  it('holds attendees to what they may hear and say', async () => {
    const audience = adviser(440, 700);
    const announcer = adviser(700, 440);
    join(await under.addAttendee(meetingId, 'audience', 'Receive'), audience.party);
    join(await under.addAttendee(meetingId, 'announcer', 'Send'), announcer.party);
    const third = { says700: toneDetector(700), says440: toneDetector(440) };
    join(await under.addAttendee(meetingId, 'third'), {
      voice: toneSource({ frequencyHz: 440 }),
      ear: {
        frame: (pcm) => {
          third.says700.frame(pcm);
          third.says440.frame(pcm);
        },
      },
    });

    await pass(200);

    expect([audience.hears.present, announcer.hears.present]).toEqual([true, false]);
    expect([third.says700.present, third.says440.present]).toEqual([true, false]);
  });
});

describe('the longest of meetings', () => {
  it('ends after 24 hours, whoever is there', async () => {
    const timers = new TimersFake();
    const ended: string[] = [];
    const hear = keepLifetimes({ timers, isEmpty: () => false, endMeeting: (id) => ended.push(id) });
    for (const kind of ['meetingStarted', 'attendeeJoined'] as const)
      hear({ kind, meetingId: 'long', externalMeetingId: 'advice', at: timers.now() });

    await timers.advanceBy(24 * 3_600_000 - 1);
    expect(ended).toEqual([]);
    await timers.advanceBy(1);

    expect(ended).toEqual(['long']);
  });
});

describe('a meeting left to itself', () => {
  const minutes = 60_000;
  const get = () => under.client.send(new GetMeetingCommand({ MeetingId: meetingId }));

  it('ends when nobody has come for five minutes', async () => {
    await pass(5 * minutes - 1);
    await get();
    await pass(1);

    await expect(get()).rejects.toThrow(NotFoundException);
    expect(story()).toEqual(['meetingStarted', 'meetingEnded']);
  });

  it('ends five minutes after the last has left, not while somebody is there', async () => {
    const attendee = await under.addAttendee(meetingId, 'caller');
    const quiet: AudioParty = { voice: { next: () => undefined }, ear: { frame: () => undefined } };
    await pass(4 * minutes);
    const seat = join(attendee, quiet);
    await pass(2 * minutes);
    seat.leave();
    await pass(4 * minutes);
    const second = join(attendee, quiet);
    await pass(2 * minutes);
    await get();
    second.leave();
    await pass(5 * minutes);

    await expect(get()).rejects.toThrow(NotFoundException);
    expect(lines.timers.pending).toBe(0);
  });
});
