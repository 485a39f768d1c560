import { MemoryCallRecordStore } from '../../../../../shared/adapters/memory/memory-call-record-store.ts';
import { figuresResponseSchema } from '../../../../../shared/contracts/figures-api.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { answeredCall } from '../../api/calls-fixture.ts';
import { RoutingFixture } from '../routing-fixture.ts';

const hour = 60 * 60 * 1000;

describe('GET /call-figures', () => {
  let callRecords: MemoryCallRecordStore;
  let api: RoutingFixture;
  beforeEach(() => {
    callRecords = new MemoryCallRecordStore();
    api = new RoutingFixture({ callRecords });
  });

  const beganHoursAgo = async (hours: number, count = 1): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      const startedAt = epochMs(api.clock.now() - hours * hour - index);
      await callRecords.put(answeredCall(`call-${hours}-${index}`, startedAt));
    }
  };

  it('counts the calls of the last 24 hours, of all pages', async () => {
    await beganHoursAgo(1, 250);
    await beganHoursAgo(25);

    const { status, body } = await api.ask('callFigures');

    expect(status).toBe(200);
    const figures = figuresResponseSchema.parse(body);
    expect(figures).toMatchObject({ calls: 250, more: false });
    expect(figures.destinations).toEqual([
      { destination: 'contactCenter:desk', attempts: 250, outcomes: { answered: 250 } },
    ]);
  });

  it('stops at 5,000 calls, the latest, and says that there are more', async () => {
    await beganHoursAgo(1, 5001);

    const { body } = await api.ask('callFigures');

    expect(body).toMatchObject({ calls: 5000, more: true });
  });

  it('stops when its time is over, and says that there are more', async () => {
    await beganHoursAgo(1, 101);
    const between = callRecords.between.bind(callRecords);
    callRecords.between = async (wanted) => {
      await api.clock.advanceBy(21_000);
      return between(wanted);
    };

    const { body } = await api.ask('callFigures');

    expect(body).toMatchObject({ calls: 100, more: true });
  });

  it.each([
    { case: 'what is no time', query: { from: 'yesterday' } },
    { case: 'more than 31 days', query: { from: '2026-09-01T00:00:00Z', to: '2026-11-01T00:00:00Z' } },
    { case: 'a page', query: { limit: '10' } },
  ])('refuses $case', async ({ query }) => {
    expect(await api.ask('callFigures', { query })).toMatchObject({
      status: 400,
      body: { code: 'invalid-calls-query' },
    });
  });

  it('says so where no calls are recorded', async () => {
    expect(await new RoutingFixture().ask('callFigures')).toMatchObject({
      status: 503,
      body: { code: 'records-unavailable' },
    });
  });
});
