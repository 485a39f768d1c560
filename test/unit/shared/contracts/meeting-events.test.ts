import {
  adviserNewsPattern,
  callersNameOf,
  meetingNameOf,
  readAdviserNews,
} from '../../../../shared/contracts/meeting-events.ts';

const transactionId = '11111111-2222-4333-8444-555555555555';
/** The ids of real meetings are not UUIDs of any version. */
const meetingId = '87654321-4321-4321-1234-111122223333';
const attendeeId = '87654321-4321-4321-1234-111122224444';
const event = (changes: Readonly<Record<string, unknown>> = {}) => ({
  version: '0',
  source: 'aws.chime',
  account: '111122223333',
  region: 'us-east-1',
  'detail-type': 'Chime Meeting State Change',
  time: '2026-11-18T15:00:00Z',
  resources: [],
  detail: {
    version: '0',
    eventType: 'chime:AttendeeJoined',
    timestamp: 12344566754,
    meetingId,
    attendeeId,
    externalUserId: 'adviser-on-duty',
    networkType: 'Voip',
    externalMeetingId: meetingNameOf(transactionId),
    mediaRegion: 'us-east-1',
    ...changes,
  },
});

describe('an event of a meeting', () => {
  it.each([
    { eventType: 'chime:AttendeeJoined', command: 'adviserJoined' },
    { eventType: 'chime:AttendeeLeft', command: 'adviserLeft' },
    { eventType: 'chime:AttendeeDropped', command: 'adviserDropped' },
  ])('tells of an adviser, and when it happened: $eventType', ({ eventType, command }) => {
    const happenedAt = '12344566754';

    expect(readAdviserNews(event({ eventType }))).toEqual({
      transactionId,
      meetingId,
      attendeeId,
      command,
      happenedAt,
    });
  });

  it('tells of an adviser all the same when it has no time that can be read', () => {
    expect(readAdviserNews(event({ timestamp: 'yesterday' }))).toEqual({
      transactionId,
      meetingId,
      attendeeId,
      command: 'adviserJoined',
    });
  });

  it.each<{ case: string; received: unknown }>([
    { case: 'the caller comes', received: event({ externalUserId: callersNameOf(transactionId, 1) }) },
    {
      case: 'the caller comes at a later attempt',
      received: event({ externalUserId: callersNameOf(transactionId, 12) }),
    },
    { case: 'a place is made, and nobody comes yet', received: event({ eventType: 'chime:AttendeeAdded' }) },
    { case: 'somebody shows their screen', received: event({ eventType: 'chime:AttendeeContentJoined' }) },
    { case: 'the meeting is of somebody else', received: event({ externalMeetingId: 'weekly' }) },
    { case: 'the meeting has a name like ours', received: event({ externalMeetingId: 'skill-call-bridge:weekly' }) },
    { case: 'the meeting has no name', received: event({ externalMeetingId: undefined }) },
    { case: 'nobody can tell whom it is about', received: event({ attendeeId: undefined }) },
    { case: 'another service says so', received: { ...event(), source: 'shop' } },
    { case: 'it is nothing', received: undefined },
  ])('tells of none when $case', ({ received }) => {
    expect(readAdviserNews(received)).toBeUndefined();
  });
});

describe('the names in a meeting of a call', () => {
  it('fit into what the Meetings API takes, and say nothing but which call it is', () => {
    const names = [meetingNameOf(transactionId), callersNameOf(transactionId, 99)];

    expect(names.every(({ length }) => length >= 2 && length <= 64)).toBe(true);
    expect(names).toEqual([`skill-call-bridge:${transactionId}`, `${transactionId}-99`]);
  });

  it('begin as the rule wants them that has these events handed over', () => {
    const [{ prefix }] = adviserNewsPattern.detail.externalMeetingId;

    expect(meetingNameOf(transactionId).startsWith(prefix)).toBe(true);
  });
});
