import { corrupt, published, soFar, tooNew, unavailable } from './published-tables.fixture.ts';

describe('a function that knows no table yet', () => {
  it('waits for the pointer for its first call, and loads the table meanwhile', async () => {
    const { tables, store } = await published(2);
    store.troubles.set('load 2', 'slow');
    const refreshing = tables.refresh();

    const version = await soFar(tables.currentVersion());
    const table = tables.version(2);
    await store.answerAtLast();
    await refreshing;

    expect(version).toBe(2);
    expect((await table)?.version).toBe(2);
    expect(store.asked).toEqual(['current', 'load 2']);
  });

  it('is served without a refresh, too', async () => {
    const { tables, store } = await published(1);

    const version = await tables.currentVersion();
    const table = await tables.version(version);
    await tables.version(version);

    expect(table?.version).toBe(1);
    expect(store.asked).toEqual(['current', 'load 1']);
  });

  it('reads the pointer once for those who wait for it together', async () => {
    const { tables, store } = await published(1);
    store.troubles.set('current', 'slow');

    const waiting = [tables.currentVersion(), tables.currentVersion()];
    await store.answerAtLast();

    expect(await Promise.all(waiting)).toEqual([1, 1]);
    expect(store.asked).toEqual(['current']);
  });

  it('tells its caller when the store does not answer, and asks again for the next one', async () => {
    const { tables, store } = await published(1);
    store.troubles.set('current', unavailable);

    await expect(tables.currentVersion()).rejects.toBe(unavailable);
    store.troubles.clear();

    expect(await tables.currentVersion()).toBe(1);
  });

  it('says that nothing was published without asking again, until a refresh finds a first table', async () => {
    const { tables, store, clock } = await published(0);
    await tables.refresh();

    const versions = [await tables.currentVersion()];
    await store.publish();
    versions.push(await tables.currentVersion());
    await clock.advanceBy(30_000);
    await tables.refresh();
    versions.push(await tables.currentVersion());

    expect(versions).toEqual([0, 0, 1]);
    expect(store.asked).toEqual(['current', 'current', 'load 1']);
  });

  it('does not know a version that nobody published, and asks again half a minute later', async () => {
    const { tables, store, clock } = await published(1);

    const found = [await tables.version(7)];
    await clock.advanceBy(29_999);
    found.push(await tables.version(7));
    const early = [...store.asked];
    await clock.advanceBy(1);
    found.push(await tables.version(7));

    expect(found).toEqual([undefined, undefined, undefined]);
    expect(early).toEqual(['load 7']);
    expect(store.asked).toEqual(['load 7', 'load 7']);
  });

  it('looks for the last good version when the current one cannot be loaded', async () => {
    const { tables, store, logged } = await published(4);
    store.troubles.set('load 4', tooNew).set('load 3', corrupt);

    await tables.refresh();

    expect(await tables.currentVersion()).toBe(2);
    expect(store.asked).toEqual(['current', 'load 4', 'history', 'load 3', 'load 2']);
    expect(logged.map((line) => (JSON.parse(line) as { tableVersion: number }).tableVersion)).toEqual([4, 3]);
  });

  it('looks for a good version, too, when the first that it hears of cannot be loaded', async () => {
    const { tables, store, clock } = await published(0);
    await tables.refresh();
    await store.publish();
    await store.publish();
    store.troubles.set('load 2', corrupt);
    await clock.advanceBy(30_000);

    await tables.refresh();

    expect(await tables.currentVersion()).toBe(1);
  });

  it('has no version when none of the last ones can be loaded', async () => {
    const { tables, store } = await published(6);
    for (const version of [3, 4, 5, 6]) store.troubles.set(`load ${version}`, corrupt);

    await tables.refresh();

    expect(store.asked.at(-1)).toBe('load 3');
    expect(await tables.currentVersion()).toBe(6);
    expect(await tables.version(6)).toBeUndefined();
  });

  it('gives up looking for the last good version when it is called off', async () => {
    const { tables, store, logged } = await published(3);
    store.troubles.set('load 3', corrupt).set('history', 'slow');
    const invocation = new AbortController();
    const refreshing = tables.refresh(invocation.signal);
    await soFar(refreshing);

    invocation.abort();
    await refreshing;
    await store.answerAtLast();

    expect(store.asked).toEqual(['current', 'load 3', 'history']);
    expect(logged).toHaveLength(1);
  });
});
