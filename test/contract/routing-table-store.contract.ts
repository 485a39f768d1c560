import type { RoutingTableStore } from '../../shared/ports/routing-table-store.ts';
import { branchOf, routingTableOf } from '../support/routing-table-builder.ts';
import { describeHistory } from './routing-table-store-history.contract.ts';
import { edited, manyBranches, noise, plain, publication, source, table } from './routing-table-store.fixture.ts';

/** What every RoutingTableStore does. `open` gives a store that holds nothing. */
export function describeRoutingTableStore(
  name: string,
  open: () => RoutingTableStore | Promise<RoutingTableStore>,
): void {
  describe(name, () => {
    describeHistory(open);

    it('has version 0, and no table, before anything is published', async () => {
      const store = await open();

      const seen = [
        await store.currentVersion('example-bank'),
        await store.load('example-bank', 0),
        await store.load('example-bank', 1),
        await store.source('example-bank', 0),
        await store.source('example-bank', 1),
        await store.names(),
      ];

      expect(seen).toEqual([0, undefined, undefined, undefined, undefined, []]);
    });

    it('publishes a first table and gives it back as it was', async () => {
      const store = await open();

      const result = await store.publish(table, source, publication(0));

      expect(result).toEqual({ kind: 'published', version: 1 });
      expect(await store.currentVersion('example-bank')).toBe(1);
      expect(plain(await store.load('example-bank', 1))).toEqual({ version: 1, table: plain(table) });
    });

    it('keeps old versions as they were when new ones are published', async () => {
      const store = await open();
      await store.publish(table, source, publication(0));

      const result = await store.publish(edited, source, publication(1));

      expect(result).toEqual({ kind: 'published', version: 2 });
      expect(await store.currentVersion('example-bank')).toBe(2);
      expect(plain(await store.load('example-bank', 1))).toEqual({ version: 1, table: plain(table) });
      expect(plain(await store.load('example-bank', 2))).toEqual({ version: 2, table: plain(edited) });
    });

    it('keeps what was published when its editor goes on', async () => {
      const store = await open();
      const services = ['accounts'];
      const synonyms = { default: ['my bill'] };
      await store.publish(
        routingTableOf({
          reasons: [{ id: 'billing', name: { default: 'a bill' }, synonyms }],
          branches: [branchOf({ id: 'downtown', services })],
        }),
        source,
        publication(0),
      );

      services.push('safes');
      synonyms.default.push('a charge');

      expect(plain(await store.load('example-bank', 1))).toMatchObject({
        table: { reasons: [{ synonyms: { default: ['my bill'] } }], branches: [{ services: ['accounts'] }] },
      });
    });

    it.each([
      { case: 'an older version', basedOn: 1 },
      { case: 'nothing, though something is published', basedOn: 0 },
      { case: 'a version that does not exist', basedOn: 7 },
    ])('changes nothing when a publication is based on $case', async ({ basedOn }) => {
      const store = await open();
      await store.publish(table, source, publication(0));
      await store.publish(table, source, publication(1));

      const result = await store.publish(edited, source, publication(basedOn));

      expect(result).toEqual({ kind: 'conflict', current: 2 });
      expect(await store.currentVersion('example-bank')).toBe(2);
      expect(plain(await store.load('example-bank', 2))).toEqual({ version: 2, table: plain(table) });
      expect(await store.load('example-bank', 3)).toBeUndefined();
    });

    it('refuses a first publication that says it is based on another', async () => {
      const store = await open();

      const result = await store.publish(table, source, publication(3));

      expect(result).toEqual({ kind: 'conflict', current: 0 });
    });

    it.each([0, 1])('lets one of ten publications win that are based on version %i', async (basedOn) => {
      const store = await open();
      if (basedOn === 1) await store.publish(table, source, publication(0));
      const tables = Array.from({ length: 10 }, (_, index) =>
        routingTableOf({ branches: [branchOf({ id: `b${index}` })] }),
      );

      const results = await Promise.all(tables.map((each) => store.publish(each, source, publication(basedOn))));

      const current = await store.currentVersion('example-bank');
      const winner = results.findIndex(({ kind }) => kind === 'published');
      expect(results[winner]).toEqual({ kind: 'published', version: current });
      expect(results.filter((_, index) => index !== winner)).toEqual(
        Array.from({ length: 9 }, () => ({ kind: 'conflict', current })),
      );
      expect(plain(await store.load('example-bank', current))).toEqual({
        version: current,
        table: plain(tables[winner]),
      });
      expect((await store.history('example-bank')).map(({ version }) => version)).toEqual(
        basedOn === 0 ? [current] : [current, 1],
      );
    });

    it('counts the versions of each name on their own, and lists the names', async () => {
      const store = await open();
      await store.publish(table, source, publication(0));

      const result = await store.publish({ ...edited, name: 'another-bank' }, source, publication(0));

      expect(result).toEqual({ kind: 'published', version: 1 });
      expect(plain(await store.load('example-bank', 1))).toEqual({ version: 1, table: plain(table) });
      expect(await store.names()).toEqual(['another-bank', 'example-bank']);
    });

    it("gives the operator's files back, character by character", async () => {
      const store = await open();
      const inline = { table: { name: 'bank.json', text: '{"name": "example-bank"}\n' } };
      const large = { ...source, branches: { name: 'branches.csv', text: noise(1_500_000) } };

      for (const [basedOn, each] of [source, inline, large].entries())
        await store.publish(table, each, publication(basedOn));

      expect(await store.source('example-bank', 1)).toEqual(source);
      expect(await store.source('example-bank', 2)).toEqual(inline);
      expect(await store.source('example-bank', 3)).toEqual(large);
    });

    it('takes a table of 20,000 branches', async () => {
      const store = await open();
      const branches = manyBranches(20_000);
      await store.publish(
        routingTableOf({ branches, namedBranches: { 'branch-19999': 19_999 } }),
        source,
        publication(0),
      );

      const loaded = await store.load('example-bank', 1);

      const directory = loaded!.table.branches;
      expect(directory.size).toBe(20_000);
      expect([0, 7777, 19_999].map((index) => directory.at(index))).toEqual([0, 7777, 19_999].map((i) => branches[i]));
      expect(
        directory.nearest({
          from: branches[7777]!.coordinates,
          withinKilometers: 50,
          upTo: 1,
          accepts: () => true,
        }),
      ).toEqual([{ index: 7777, kilometers: 0 }]);
    });
  });
}
