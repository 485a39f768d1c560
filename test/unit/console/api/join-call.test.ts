import { consoleErrorSchema } from '../../../../shared/contracts/console-api.ts';
import { joinCallResponseSchema } from '../../../../shared/contracts/desk-api.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import type { MeetingPlaces } from '../../../../shared/ports/meeting-places.ts';
import { contextCreatedAt } from '../../../support/call-context-builder.ts';
import { callRecordOf } from '../../../support/call-record-builder.ts';
import { ConsoleFixture, type ConsoleAnswer } from './console-fixture.ts';

const transactionId = '11111111-2222-4333-8444-555555555555';
const meeting = { number: 1, kind: 'meeting', id: 'advisers' } as const;
type Wanted = Parameters<MeetingPlaces['take']>[0];

describe('POST /calls/{transactionId}/attendees', () => {
  let desktop: ConsoleFixture;
  let wanted: Wanted[];
  let take: MeetingPlaces['take'];
  beforeEach(async () => {
    desktop = new ConsoleFixture();
    wanted = [];
    take = async (each) => {
      wanted.push(each);
      return {
        meeting: { MeetingId: each.meetingId, MediaRegion: each.region },
        attendee: { AttendeeId: 'attendee-1', ExternalUserId: each.externalUserId, JoinToken: 'secret-token' },
      };
    };
    await desktop.callRecords.put([
      callRecordOf({
        transactionId,
        callStartedAt: contextCreatedAt,
        region: 'us-west-2',
        happenings: [{ kind: 'attemptBegan', attempt: meeting, meetingId: 'meeting-1' }],
      }),
    ]);
  });

  const join = (id = transactionId, asker = 'maria@example.com'): Promise<ConsoleAnswer> =>
    desktop.ask(
      { route: 'POST /calls/{transactionId}/attendees', path: { transactionId: id }, asker },
      { meetingPlaces: { take: (each) => take(each) } },
    );
  const codeOf = ({ text }: ConsoleAnswer): string => consoleErrorSchema.parse(JSON.parse(text)).code;

  it('gives a place in the meeting that the caller waits in, where it was opened', async () => {
    const answer = await join();

    expect(answer.status).toBe(200);
    expect(joinCallResponseSchema.parse(JSON.parse(answer.text))).toMatchObject({
      meeting: { MeetingId: 'meeting-1' },
      attendee: { JoinToken: 'secret-token' },
    });
    expect(wanted).toMatchObject([{ meetingId: 'meeting-1', region: 'us-west-2' }]);
  });

  it('calls an adviser by a name that tells nobody who it is, and the same each time', async () => {
    await join();
    await join();
    await join(transactionId, 'somebody-else');

    const names = wanted.map(({ externalUserId }) => externalUserId);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[0]);
    expect(names.every((name) => name.length >= 2 && name.length <= 64 && !name.includes('maria'))).toBe(true);
  });

  it('is remembered, and the token is not', async () => {
    await join();

    expect(desktop.changes).toMatchObject([{ kind: 'meetingJoined', by: 'maria@example.com', subject: transactionId }]);
    expect(desktop.logged.join('\n')).not.toContain('secret-token');
  });

  it.each([
    { case: 'a call that nobody knows', prepare: async () => undefined, id: '99999999-2222-4333-8444-555555555555' },
    {
      case: 'a call that has gone on to somebody else',
      prepare: (): Promise<void> =>
        desktop.callRecords.put([
          callRecordOf({
            transactionId,
            callStartedAt: contextCreatedAt,
            sequence: 2,
            happenings: [{ kind: 'attemptEnded', attempt: meeting, outcome: 'notAnswered' }],
          }),
        ]),
      id: transactionId,
    },
    {
      case: 'a meeting that has ended',
      prepare: async () => {
        take = async () => undefined;
      },
      id: transactionId,
    },
  ])('finds no meeting of $case', async ({ prepare, id }) => {
    await prepare();

    const answer = await join(id);

    expect([answer.status, codeOf(answer)]).toEqual([404, 'meeting-not-found']);
    expect(desktop.changes).toEqual([]);
  });

  it('says so when the meetings’ service does not answer', async () => {
    take = () => Promise.reject(new BridgeError('meeting-unavailable', 'no answer'));

    const answer = await join();

    expect([answer.status, codeOf(answer)]).toEqual([503, 'meetings-unavailable']);
  });

  it('refuses what is no transaction id', async () => {
    expect((await join('anything')).status).toBe(400);
  });
});
