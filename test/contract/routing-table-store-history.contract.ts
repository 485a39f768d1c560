import { epochMs } from '../../shared/domain/time.ts';
import type { RoutingTableStore } from '../../shared/ports/routing-table-store.ts';
import { edited, plain, publication, source, table } from './routing-table-store.fixture.ts';

/** What every RoutingTableStore remembers, and how it goes back. */
export function describeHistory(open: () => RoutingTableStore | Promise<RoutingTableStore>): void {
  const otherSource = { table: { name: 'bank.yaml', text: 'name: example-bank # edited\n' } };

  /** The table, then an edited one. */
  async function twoVersions(): Promise<RoutingTableStore> {
    const store = await open();
    await store.publish(table, source, publication(0, { because: 'first' }));
    await store.publish(edited, otherSource, publication(1, { because: 'second' }));
    return store;
  }

  describe('history', () => {
    it('says who published each version, why, when and from what, newest first', async () => {
      const store = await open();
      const first = publication(0, { by: 'ada', because: 'we open', at: epochMs(1_800_000_000_000) });
      const second = publication(1, { by: 'grace', because: 'holidays', at: epochMs(1_800_000_060_000) });
      await store.publish(table, source, first);
      await store.publish(edited, source, second);

      const history = await store.history('example-bank');

      expect(history).toEqual([
        { version: 2, ...second },
        { version: 1, ...first },
      ]);
    });

    it('is as long as one asks for, 50 when one does not', async () => {
      const store = await open();
      for (let basedOn = 0; basedOn < 52; basedOn += 1) await store.publish(table, source, publication(basedOn));

      const lengths = await Promise.all(
        [0, 1, 3, 100, undefined].map(async (limit) => (await store.history('example-bank', limit)).length),
      );

      expect(lengths).toEqual([0, 1, 3, 52, 50]);
      expect((await store.history('example-bank', 2)).map(({ version }) => version)).toEqual([52, 51]);
    });

    it('is empty where nothing was published, and has nothing of other tables', async () => {
      const store = await open();
      await store.publish(table, source, publication(0));

      const history = await store.history('another-bank');

      expect(history).toEqual([]);
    });
  });

  describe('rollback', () => {
    it('puts the content and the files of an earlier version in force, as a new version', async () => {
      const store = await twoVersions();

      const result = await store.rollback('example-bank', 1, publication(2, { because: 'too many calls' }));

      expect(result).toEqual({ kind: 'published', version: 3 });
      expect(await store.currentVersion('example-bank')).toBe(3);
      expect(plain(await store.load('example-bank', 3))).toEqual({ version: 3, table: plain(table) });
      expect(await store.source('example-bank', 3)).toEqual(source);
      expect(plain(await store.load('example-bank', 2))).toEqual({ version: 2, table: plain(edited) });
    });

    it('stands in the history, with the version it went back to', async () => {
      const store = await twoVersions();

      await store.rollback('example-bank', 1, publication(2, { because: 'too many calls' }));
      await store.rollback('example-bank', 2, publication(3, { because: 'it was right after all' }));
      await store.rollback('example-bank', 3, publication(4, { because: 'it was not' }));

      const history = await store.history('example-bank');
      expect(history.map(({ version, basedOn, rollbackTo }) => [version, basedOn, rollbackTo])).toEqual([
        [5, 4, 3],
        [4, 3, 2],
        [3, 2, 1],
        [2, 1, undefined],
        [1, 0, undefined],
      ]);
      expect(history[4]).not.toHaveProperty('rollbackTo');
      expect(plain(await store.load('example-bank', 5))).toEqual({ version: 5, table: plain(table) });
    });

    it('changes nothing when somebody else published since', async () => {
      const store = await twoVersions();

      const result = await store.rollback('example-bank', 1, publication(1));

      expect(result).toEqual({ kind: 'conflict', current: 2 });
      expect(await store.currentVersion('example-bank')).toBe(2);
    });

    it.each([0, -1, 3, 1.5])('does not know a version %d', async (to) => {
      const store = await twoVersions();

      const result = await store.rollback('example-bank', to, publication(2));

      expect(result).toEqual({ kind: 'unknownVersion' });
      expect(await store.currentVersion('example-bank')).toBe(2);
    });

    it('does not know versions of a table that was never published', async () => {
      const store = await open();

      const result = await store.rollback('example-bank', 1, publication(0));

      expect(result).toEqual({ kind: 'unknownVersion' });
    });
  });
}
