import { MemoryCallRecordStore } from '../../../../shared/adapters/memory/memory-call-record-store.ts';
import { callsResponseSchema, type CallsResponse } from '../../../../shared/contracts/calls-api.ts';
import { consoleErrorSchema } from '../../../../shared/contracts/console-api.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { callBeganAt } from '../../../support/call-record-builder.ts';
import { answeredCall, askForCalls } from './calls-fixture.ts';

const hour = 60 * 60 * 1000;

describe('GET /calls', () => {
  let callRecords: MemoryCallRecordStore;

  /** The first one an hour ago, the others half a day apart before it. */
  beforeEach(async () => {
    callRecords = new MemoryCallRecordStore();
    for (const index of [0, 1, 2, 3])
      await callRecords.put(answeredCall(`call-${index}`, epochMs(callBeganAt - index * 12 * hour)));
  });

  async function list(query: Record<string, string>): Promise<CallsResponse> {
    const { status, body } = await askForCalls(callRecords, { query });
    expect(status).toBe(200);
    return callsResponseSchema.parse(body);
  }
  const idsOf = ({ calls }: CallsResponse): string[] => calls.map(({ transactionId }) => transactionId);

  it('lists the calls of the last 24 hours, each in short', async () => {
    const answer = await list({});

    expect(answer).toMatchObject({ from: '2026-11-17T01:00:30.000Z', to: '2026-11-18T01:00:30.000Z' });
    expect(idsOf(answer)).toEqual(['call-0', 'call-1']);
    expect(answer.calls[0]).toMatchObject({
      startedAt: '2026-11-18T00:00:30.000Z',
      summary: { answeredBy: 'contactCenter:desk', attempts: [{ outcome: 'answered' }] },
    });
    expect(answer.cursor).toBeUndefined();
  });

  it.each([
    { case: 'both times', query: { from: '2026-11-16T00:00:00Z', to: '2026-11-17T20:00:00+01:00' }, ids: [1, 2, 3] },
    { case: 'a beginning only: a day from it', query: { from: '2026-11-16T12:00:00Z' }, ids: [2, 3] },
    { case: 'an end only: a day before it', query: { to: '2026-11-17T12:00:00Z' }, ids: [2, 3] },
  ])('lists the calls between $case', async ({ query, ids }) => {
    expect(idsOf(await list(query))).toEqual(ids.map((id) => `call-${id}`));
  });

  it('goes on where the page before ended', async () => {
    const times = { from: '2026-11-16T00:00:00Z', to: '2026-11-19T00:00:00Z' };
    const first = await list({ ...times, limit: '3' });

    const second = await list({ ...times, limit: '3', cursor: first.cursor! });

    expect([idsOf(first), idsOf(second)]).toEqual([['call-0', 'call-1', 'call-2'], ['call-3']]);
    expect(second.cursor).toBeUndefined();
  });

  it('lists a call whose records cannot be read without a summary', async () => {
    callRecords.ofCall = () => Promise.resolve(undefined);

    const { calls } = await list({});

    expect(calls[0]).toEqual({ transactionId: 'call-0', startedAt: '2026-11-18T00:00:30.000Z' });
  });

  it.each([
    { case: 'a time without an offset', query: { from: '2026-11-18T15:00:00' }, names: 'from: ' },
    { case: 'a time that lost its "+"', query: { to: '2026-11-18T15:00:00 02:00' }, names: 'to: ' },
    { case: 'a time before 1970', query: { from: '1960-01-01T00:00:00Z' }, names: 'from: ' },
    {
      case: 'an end before the beginning',
      query: { from: '2026-11-18T15:00:00Z', to: '2026-11-18T15:00:00Z' },
      names: 'before',
    },
    {
      case: 'more than 31 days',
      query: { from: '2026-10-18T14:59:59Z', to: '2026-11-18T15:00:00Z' },
      names: '31 days',
    },
    { case: 'a page of none', query: { limit: '0' }, names: 'limit: ' },
    { case: 'a page of 101', query: { limit: '101' }, names: 'limit: ' },
    { case: 'a page of some', query: { limit: 'some' }, names: 'limit: ' },
    { case: 'a cursor of somebody’s making', query: { cursor: 'WzEsMl0' }, names: 'cursor: ' },
    { case: 'another parameter', query: { form: '2026-11-18T15:00:00Z' }, names: 'from, to, limit and cursor' },
  ])('refuses $case, and says what is wrong with it', async ({ query, names }) => {
    const { status, body } = await askForCalls(callRecords, { query });

    const { code, message } = consoleErrorSchema.parse(body);
    expect([status, code]).toEqual([400, 'invalid-calls-query']);
    expect(message).toContain(names);
  });

  it('refuses a cursor of a page of other times', async () => {
    const { cursor = '' } = await list({ from: '2026-11-16T00:00:00Z', to: '2026-11-19T00:00:00Z', limit: '1' });

    const { status } = await askForCalls(callRecords, { query: { to: '2026-11-17T00:00:00Z', cursor } });

    expect(status).toBe(400);
  });

  it('needs the scope for calls', async () => {
    expect((await askForCalls(callRecords, { query: {}, scope: 'calls/control' })).status).toBe(403);
  });

  it('says so where no records are kept', async () => {
    const { status, body } = await askForCalls(undefined, { query: {} });

    expect([status, body]).toEqual([503, expect.objectContaining({ code: 'records-unavailable' })]);
  });
});
