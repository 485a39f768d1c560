import { epochMs } from '../../shared/domain/time.ts';
import type { Publication, RoutingTableStore } from '../../shared/ports/routing-table-store.ts';
import { branchOf, routingTableOf } from '../support/routing-table-builder.ts';

/** What every RoutingTableStore does. `open` gives a store that holds nothing. */
export function describeRoutingTableStore(
  name: string,
  open: () => RoutingTableStore | Promise<RoutingTableStore>,
): void {
  describe(name, () => {
    const publication = (basedOn: number): Publication => ({
      basedOn,
      by: 'ops@example',
      because: 'holiday hours',
      at: epochMs(Date.parse('2026-11-18T15:00:00Z')),
    });
    const table = routingTableOf({
      rules: [
        {
          id: 'gold',
          when: [
            { kind: 'attribute', name: 'tier', anyOf: ['gold'] },
            { kind: 'schedule', id: 'office', is: 'open' },
          ],
          attempts: [{ kind: 'meeting', id: 'adviser' }],
        },
        {
          id: 'visit',
          when: [{ kind: 'reason', anyOf: ['billing'] }],
          attempts: [{ kind: 'nearestBranch', withinKilometers: 80, upTo: 2, timeoutSeconds: 20 }],
        },
      ],
      schedules: [{ id: 'office', opensAt: [epochMs(1000)], closesAt: [epochMs(2000)], compiledUntil: epochMs(3000) }],
      branches: [branchOf({ id: 'downtown', scheduleId: 'office' }), branchOf({ id: 'always' })],
    });
    const other = { ...table, rules: [] };

    it('has version 0, and no table, before anything is published', async () => {
      const store = await open();

      const seen = [
        await store.currentVersion('example-bank'),
        await store.load('example-bank', 0),
        await store.load('example-bank', 1),
      ];

      expect(seen).toEqual([0, undefined, undefined]);
    });

    it('publishes a first table and gives it back as it was', async () => {
      const store = await open();

      const result = await store.publish(table, publication(0));

      expect(result).toEqual({ kind: 'published', version: 1 });
      expect(await store.currentVersion('example-bank')).toBe(1);
      expect(await store.load('example-bank', 1)).toEqual({ version: 1, table });
    });

    it('keeps old versions as they were when new ones are published', async () => {
      const store = await open();
      await store.publish(table, publication(0));

      const result = await store.publish(other, publication(1));

      expect(result).toEqual({ kind: 'published', version: 2 });
      expect(await store.currentVersion('example-bank')).toBe(2);
      expect(await store.load('example-bank', 1)).toEqual({ version: 1, table });
      expect(await store.load('example-bank', 2)).toEqual({ version: 2, table: other });
    });

    it.each([
      { case: 'an older version', basedOn: 1 },
      { case: 'nothing, though something is published', basedOn: 0 },
      { case: 'a version that does not exist', basedOn: 7 },
    ])('changes nothing when a publication is based on $case', async ({ basedOn }) => {
      const store = await open();
      await store.publish(table, publication(0));
      await store.publish(table, publication(1));

      const result = await store.publish(other, publication(basedOn));

      expect(result).toEqual({ kind: 'conflict', current: 2 });
      expect(await store.currentVersion('example-bank')).toBe(2);
      expect(await store.load('example-bank', 2)).toEqual({ version: 2, table });
    });

    it('refuses a first publication that says it is based on another', async () => {
      const store = await open();

      const result = await store.publish(table, publication(3));

      expect(result).toEqual({ kind: 'conflict', current: 0 });
    });

    it('lets one of several publications win that are based on the same version', async () => {
      const store = await open();
      await store.publish(table, publication(0));
      const tables = ['a', 'b', 'c'].map((id) => routingTableOf({ branches: [branchOf({ id })] }));

      const results = await Promise.all(tables.map((each) => store.publish(each, publication(1))));

      const current = await store.currentVersion('example-bank');
      const winner = results.findIndex(({ kind }) => kind === 'published');
      expect(results.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'published']);
      expect(results[winner]).toEqual({ kind: 'published', version: current });
      expect(await store.load('example-bank', current)).toEqual({ version: current, table: tables[winner] });
    });

    it('counts the versions of each name on their own', async () => {
      const store = await open();
      await store.publish(table, publication(0));

      const result = await store.publish({ ...other, name: 'another-bank' }, publication(0));

      expect(result).toEqual({ kind: 'published', version: 1 });
      expect(await store.load('example-bank', 1)).toEqual({ version: 1, table });
    });
  });
}
