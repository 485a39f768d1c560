import { published, warm } from './published-tables.fixture.ts';

describe('a newer version', () => {
  it('is for calls that begin after it was taken: a call from before keeps the one from before', async () => {
    const { tables, store, clock } = await warm();
    await store.publish();
    const before = clock.now();
    await clock.advanceBy(1000);
    await tables.refresh();
    const taken = clock.now();
    await clock.advanceBy(1000);

    const versions = [
      await tables.currentVersion({ begunAt: before }),
      await tables.currentVersion({ begunAt: taken }),
      await tables.currentVersion({ begunAt: clock.now() }),
      await tables.currentVersion(),
    ];

    expect(versions).toEqual([1, 2, 2, 2]);
  });

  it('is had at once, as is the one from before', async () => {
    const { tables, store, clock } = await warm();
    const before = clock.now();
    await store.publish();
    await clock.advanceBy(30_000);
    await tables.refresh();
    store.asked.length = 0;

    await tables.version(await tables.currentVersion({ begunAt: before }));
    await tables.version(await tables.currentVersion());

    expect(store.asked).toEqual([]);
  });

  it('is for all calls when there was none before', async () => {
    const { tables, store, clock } = await published(0);
    await tables.currentVersion();
    const before = clock.now();
    await store.publish();
    await clock.advanceBy(30_000);

    await tables.refresh();

    expect(await tables.currentVersion({ begunAt: before })).toBe(1);
  });

  it('is taken once, however often it is found', async () => {
    const { tables, store, clock } = await warm();
    const before = clock.now();
    await store.publish();
    await clock.advanceBy(30_000);
    await tables.refresh();
    await clock.advanceBy(30_000);

    await tables.refresh();

    expect(await tables.currentVersion({ begunAt: before })).toBe(1);
  });
});
