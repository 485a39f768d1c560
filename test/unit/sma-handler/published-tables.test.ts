import { epochMs } from '../../../shared/domain/time.ts';
import { routingTableOf } from '../../support/routing-table-builder.ts';
import { corrupt, settled, soFar, tooNew, unavailable, warm } from './published-tables.fixture.ts';

describe('the tables that a warm function knows', () => {
  it('give a call that begins their version without asking the store, however old they are', async () => {
    const { tables, store, clock } = await warm();
    await clock.advanceBy(24 * 3_600_000);

    const version = await tables.currentVersion();
    const table = await tables.version(version);

    expect(version).toBe(1);
    expect(table?.table.table.name).toBe('example-bank');
    expect(store.asked).toEqual([]);
  });

  it('are new for the calls that begin after a refresh has loaded a new version', async () => {
    const { tables, store } = await warm();
    await store.publish();

    const before = await tables.currentVersion();
    await tables.refresh();
    const after = await tables.currentVersion();

    expect([before, after]).toEqual([1, 2]);
    expect(store.asked).toEqual(['current', 'load 2']);
  });

  it.each([
    { days: 29, told: ['opening-hours-end-soon'] },
    { days: 31, told: [] },
  ])('are reported when their opening hours are known for $days days only: $told', async ({ days, told }) => {
    const { tables, store, clock, logged } = await warm();
    const compiledUntil = epochMs(clock.now() + days * 24 * 3_600_000);
    await store.publish(routingTableOf({ schedules: [{ id: 'office', opensAt: [], closesAt: [], compiledUntil }] }));

    await tables.refresh();

    expect(logged.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(told);
  });

  it('keep the version of a call that is under way', async () => {
    const { tables, store } = await warm();
    const pinned = await tables.version(1);
    await store.publish();
    await tables.refresh();

    const again = await tables.version(1);

    expect(again).toBe(pinned);
    expect(store.asked).not.toContain('load 1');
  });

  it('are asked about every half minute, not more often', async () => {
    const { tables, store, clock } = await warm();

    await tables.refresh();
    await clock.advanceBy(29_999);
    await tables.refresh();
    const early = [...store.asked];
    await clock.advanceBy(1);
    await tables.refresh();

    expect(early).toEqual(['current']);
    expect(store.asked).toEqual(['current', 'current']);
  });

  it.each(['current', 'load 2'])('never let a call that begins wait, though "%s" is slow', async (slow) => {
    const { tables, store } = await warm();
    await store.publish();
    store.troubles.set(slow, 'slow');
    const refreshing = tables.refresh();

    const meanwhile = await soFar(tables.currentVersion());
    await store.answerAtLast();
    await refreshing;

    expect(meanwhile).toBe(1);
    expect(await tables.currentVersion()).toBe(2);
  });

  it.each([
    { case: 'the pointer cannot be read', what: 'current' },
    { case: 'the version does not come', what: 'load 2' },
  ])('stay as they are when $case, and the next refresh asks again', async ({ what }) => {
    const { tables, store, logged } = await warm();
    await store.publish();
    store.troubles.set(what, unavailable);

    await tables.refresh();
    const kept = await tables.currentVersion();
    store.troubles.clear();
    await tables.refresh();

    expect(kept).toBe(1);
    expect(logged).toEqual([expect.stringMatching(/"table-refresh-failed".*store-unavailable/)]);
    expect(await tables.currentVersion()).toBe(2);
  });

  it.each([
    { case: 'corrupt', trouble: corrupt, code: 'record-corrupt' },
    { case: 'written by a newer release', trouble: tooNew, code: 'table-format-unknown' },
    { case: 'not there', trouble: 'missing', code: 'record-missing' },
  ] as const)('stay as they are when the new version is $case, which is said once', async ({ trouble, code }) => {
    const { tables, store, clock, logged } = await warm();
    await store.publish();
    store.troubles.set('load 2', trouble);

    for (let minute = 0; minute < 3; minute += 1) {
      await tables.refresh();
      await clock.advanceBy(60_000);
    }

    expect(await tables.currentVersion()).toBe(1);
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ event: 'table-unusable', tableVersion: 2 }),
    ]);
    expect(logged[0]).toContain(code);
    expect(store.asked.filter((what) => what === 'load 2')).toHaveLength(3);
  });

  it('stay as they are when the pointer is not there any more', async () => {
    const { tables, store } = await warm();
    store.unpublish();

    await tables.refresh();

    expect(await tables.currentVersion()).toBe(1);
  });

  it('take a version after all that could not be loaded before', async () => {
    const { tables, store, clock } = await warm();
    await store.publish();
    store.troubles.set('load 2', corrupt);
    await tables.refresh();
    store.troubles.clear();
    await clock.advanceBy(30_000);

    await tables.refresh();

    expect(await tables.currentVersion()).toBe(2);
  });

  it('are two: the current one, and the other one that was used last', async () => {
    const { tables, store } = await warm();
    for (let version = 2; version <= 3; version += 1) await store.publish();

    for (const version of [2, 1, 2, 3, 1, 3, 2]) await tables.version(version);

    expect(store.asked).toEqual(['load 2', 'load 3', 'load 2']);
  });
});

describe('a refresh that is called off', () => {
  it.each(['current', 'load 2'])(
    'gives up at once while it waits for "%s", and takes nothing that still comes',
    async (slow) => {
      const { tables, store, logged } = await warm();
      await store.publish();
      store.troubles.set(slow, 'slow');
      const invocation = new AbortController();
      const refreshing = tables.refresh(invocation.signal);
      await settled();

      invocation.abort();
      await refreshing;
      await store.answerAtLast();

      expect(await tables.currentVersion()).toBe(1);
      expect(store.signals.at(-1)).toBe(invocation.signal);
      expect(logged).toEqual([]);
    },
  );

  it('does not go on with a table that comes too late', async () => {
    const { tables, store } = await warm();
    await store.publish();
    store.troubles.set('load 2', 'slow');
    const invocation = new AbortController();
    const refreshing = tables.refresh(invocation.signal);
    await settled();
    invocation.abort();
    await refreshing;
    await store.answerAtLast();
    store.troubles.clear();

    await tables.version(2);

    expect(store.asked).toEqual(['current', 'load 2', 'load 2']);
  });

  it('does not take the answer from somebody else who waits for the same', async () => {
    const { tables, store } = await warm();
    await store.publish();
    store.troubles.set('load 2', 'slow');
    const invocation = new AbortController();
    const givenUp = tables.refresh(invocation.signal);
    await settled();
    const other = tables.version(2);

    invocation.abort();
    store.troubles.clear();
    await givenUp;
    await store.answerAtLast();

    expect((await other)?.version).toBe(2);
    expect(store.asked).toEqual(['current', 'load 2', 'load 2']);
  });

  it('is made up for by the next one, though the first still waits for its answer', async () => {
    const { tables, store } = await warm();
    await store.publish();
    store.troubles.set('current', 'slow');
    const invocation = new AbortController();
    const givenUp = tables.refresh(invocation.signal);
    invocation.abort();
    await givenUp;
    store.troubles.clear();

    await tables.refresh();

    expect(await tables.currentVersion()).toBe(2);
  });

  it('asks nothing when it was called off before', async () => {
    const { tables, store } = await warm();

    await tables.refresh(AbortSignal.abort());

    expect(store.asked).toEqual([]);
  });
});
