import { parseCallContextId } from '../../../../shared/domain/call-context-id.ts';
import { liveCallsSchema, type LiveCalls } from '../../../../shared/contracts/desk-api.ts';
import type { CallRecord } from '../../../../shared/domain/call-flow/call-record.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { contextCreatedAt } from '../../../support/call-context-builder.ts';
import { callRecordOf } from '../../../support/call-record-builder.ts';
import { ConsoleFixture, type ConsoleAnswer } from './console-fixture.ts';

const began = contextCreatedAt;
const hour = 60 * 60 * 1000;
const desk = { number: 1, kind: 'contactCenter', id: 'support' } as const;
const contextId = '1use10hdvk0a.billing.AbCdEfGhIjKlMnOpQrStUvWxYz0';

/** Second by second: it begins, somebody answers, and the caller hangs up. */
const beginning = (transactionId: string, at = began): CallRecord =>
  callRecordOf({ transactionId, callStartedAt: at, phase: 'new', actions: [], contextId });
const ringing = (transactionId: string, at = began): CallRecord =>
  callRecordOf({
    transactionId,
    callStartedAt: at,
    contextId,
    happenings: [
      { kind: 'routed', entry: 'alexa-skill-call', ruleId: 'bills', destinations: ['contactCenter:support'] },
      { kind: 'attemptBegan', attempt: desk },
    ],
  });
const answered = (transactionId: string, at = began): CallRecord =>
  callRecordOf({
    transactionId,
    callStartedAt: at,
    sequence: 2,
    phase: 'connected',
    happenings: [{ kind: 'attemptEnded', attempt: desk, outcome: 'answered' }],
  });
const ended = (transactionId: string, at = began): CallRecord =>
  callRecordOf({
    transactionId,
    callStartedAt: at,
    sequence: 3,
    event: 'HANGUP',
    phase: 'ended',
    happenings: [{ kind: 'legEnded', leg: 'LEG-A' }],
  });

const idsOf = ({ calls }: LiveCalls): string[] => calls.map(({ transactionId }) => transactionId);

interface Event {
  readonly id: string;
  readonly data: LiveCalls;
}

describe('GET /calls/live', () => {
  let desktop: ConsoleFixture;
  let looks: string[];
  beforeEach(async () => {
    desktop = new ConsoleFixture();
    looks = [];
    const ofCall = desktop.callRecords.ofCall.bind(desktop.callRecords);
    desktop.callRecords.ofCall = (id) => {
      looks.push(id);
      return ofCall(id);
    };
  });

  const ask = (lastEventId?: string): Promise<ConsoleAnswer> =>
    desktop.ask({
      route: 'GET /calls/live',
      ...(lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } }),
    });

  /** A second later, as a client that has lost nothing. */
  async function next(lastEventId?: string): Promise<Event> {
    await desktop.clock.advanceBy(1000);
    const { text } = await ask(lastEventId);
    const [, id = '', data = ''] = /^retry: 1000\nid: (\S+)\nevent: calls\ndata: (.*)\n\n$/.exec(text) ?? [];
    return { id, data: liveCallsSchema.parse(JSON.parse(data)) };
  }

  it('is one event, which ends at once and is asked for again a second later', async () => {
    await desktop.callRecords.begin(beginning('call-1'));

    const answer = await ask();

    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
    expect(answer.text).toMatch(/^retry: 1000\nid: \S+\nevent: calls\ndata: \{.*\}\n\n$/);
  });

  it('tells a call from its beginning to its end', async () => {
    await desktop.callRecords.begin(beginning('call-1'));
    const first = await next();
    await desktop.callRecords.put([ringing('call-1')]);
    const second = await next(first.id);
    await desktop.callRecords.put([answered('call-1')]);
    const third = await next(second.id);
    await desktop.callRecords.put([ended('call-1')]);
    const last = await next(third.id);

    const [call] = first.data.calls;
    expect(call).toMatchObject({ transactionId: 'call-1', contextId, summary: { ending: 'underWay', attempts: [] } });
    expect(call?.destination).toBeUndefined();
    expect(call?.reasonHint).toBe(parseCallContextId(contextId)?.reasonHint);
    expect(call?.reasonHint).not.toBe('');
    expect(third.data.calls[0]?.reasonHint).toBeUndefined();
    expect(second.data.calls).toMatchObject([{ destination: 'contactCenter:support' }]);
    expect(third.data.calls).toMatchObject([
      { destination: 'contactCenter:support', summary: { answeredBy: 'contactCenter:support' } },
    ]);
    expect(last.data.calls).toMatchObject([{ summary: { ending: 'answered' } }]);
    expect(last.data.calls[0]?.destination).toBeUndefined();
  });

  it('names the meeting that a caller waits in', async () => {
    const meeting = { number: 1, kind: 'meeting', id: 'advisers' } as const;
    await desktop.callRecords.put([
      callRecordOf({
        transactionId: 'call-1',
        callStartedAt: began,
        happenings: [{ kind: 'attemptBegan', attempt: meeting, meetingId: 'meeting-1' }],
      }),
    ]);

    const { data } = await next();

    expect(data.calls).toMatchObject([{ destination: 'meeting:advisers', meetingId: 'meeting-1' }]);
  });

  it('says that there is nothing new where nothing has changed', async () => {
    await desktop.callRecords.put([ringing('call-1')]);
    const { id } = await next();
    await desktop.clock.advanceBy(1000);

    const { text } = await ask(id);

    expect(text).toBe('retry: 1000\n: nothing new\n\n');
  });

  it('reads again what is under way, and not what is over', async () => {
    await desktop.callRecords.put([ringing('over'), answered('over'), ended('over')]);
    await desktop.callRecords.put([ringing('under-way', epochMs(began + 1))]);
    await desktop.clock.advanceBy(60_000);
    await next();
    looks = [];

    const { data } = await next();

    expect(looks).toEqual(['under-way']);
    expect(data.calls.map(({ transactionId }) => transactionId)).toEqual(['under-way', 'over']);
  });

  it('looks once in a second, however many ask', async () => {
    await desktop.callRecords.put([ringing('call-1')]);

    await Promise.all([ask(), ask(), ask()]);
    await ask();

    expect(looks).toEqual(['call-1']);
  });

  it('looks again after a look that failed', async () => {
    await desktop.callRecords.put([ringing('call-1')]);
    const between = desktop.callRecords.between.bind(desktop.callRecords);
    desktop.callRecords.between = () => Promise.reject(new BridgeError('store-unavailable', 'list calls'));
    expect((await ask()).status).toBe(503);
    desktop.callRecords.between = between;

    const { data } = await next();

    expect(idsOf(data)).toEqual(['call-1']);
  });

  it('leaves out what began more than an hour ago', async () => {
    await desktop.callRecords.put([ringing('old', epochMs(began - hour))]);
    await desktop.callRecords.put([ringing('young', epochMs(began - 59 * 60 * 1000))]);

    const { data } = await next();

    expect(idsOf(data)).toEqual(['young']);
  });

  it('goes on with a call that it has seen under way, for 12 hours at most', async () => {
    await desktop.callRecords.put([ringing('long')]);
    await next();
    await desktop.clock.advanceBy(2 * hour);

    const later = await next();
    await desktop.callRecords.put([answered('long')]);
    const talking = await next();
    await desktop.clock.advanceBy(10 * hour);
    const nextDay = await next();

    expect(idsOf(later.data)).toEqual(['long']);
    expect(talking.data.calls[0]?.summary?.answeredBy).toBe('contactCenter:support');
    expect(idsOf(nextDay.data)).toEqual([]);
  });

  it('tells how a call of more than an hour has ended, and then no more of it', async () => {
    await desktop.callRecords.put([ringing('long')]);
    await next();
    await desktop.clock.advanceBy(2 * hour);
    await next();
    await desktop.callRecords.put([answered('long'), ended('long')]);

    const last = await next();
    const gone = await next();

    expect(last.data.calls[0]?.summary?.ending).toBe('answered');
    expect(idsOf(gone.data)).toEqual([]);
  });

  it('tells everything under way, and the latest 50 that have ended', async () => {
    for (let index = 0; index < 60; index += 1) {
      const overAt = epochMs(began - index * 1000);
      await desktop.callRecords.put([ringing(`over-${index}`, overAt), ended(`over-${index}`, overAt)]);
    }
    for (let index = 0; index < 130; index += 1)
      await desktop.callRecords.put([ringing(`under-way-${index}`, epochMs(began - 100_000 - index * 1000))]);

    const { data } = await next();

    const ids = idsOf(data);
    expect(ids.filter((id) => id.startsWith('over'))).toHaveLength(50);
    expect(ids.filter((id) => id.startsWith('under-way'))).toHaveLength(130);
    expect([ids[49], ids[50], ids.at(-1)]).toEqual(['over-49', 'under-way-0', 'under-way-129']);
  });

  it('lists 1,000 calls of the hour at most, and once only', async () => {
    for (let index = 0; index < 1001; index += 1)
      await desktop.callRecords.put([ringing(`call-${index}`, epochMs(began - index * 1000))]);
    const between = desktop.callRecords.between.bind(desktop.callRecords);
    let pages = 0;
    desktop.callRecords.between = (wanted) => {
      pages += 1;
      return between(wanted);
    };

    const first = await next();
    const pagesOfFirst = pages;
    await desktop.callRecords.put([ringing('new', epochMs(began + 1))]);
    const second = await next(first.id);

    expect([first.data.calls.length, pagesOfFirst]).toEqual([1000, 10]);
    expect([second.data.calls[0]?.transactionId, second.data.calls.length]).toEqual(['new', 1001]);
    expect(pages - pagesOfFirst).toBe(2);
  });
});
