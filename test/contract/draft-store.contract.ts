import { epochMs } from '../../shared/domain/time.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { DraftResult, DraftSaving, DraftStore } from '../../shared/ports/draft-store.ts';
import type { TableSource } from '../../shared/ports/routing-table-store.ts';
import { noise } from './routing-table-store.fixture.ts';

const day = 24 * 60 * 60 * 1000;
export const began = epochMs(Date.parse('2026-11-18T15:00:00Z'));

export const sourceOf = (text: string): TableSource => ({ table: { name: 'bank.yaml', text } });

export const savingOf = (text: string, changes: Partial<DraftSaving> = {}): DraftSaving => ({
  source: sourceOf(text),
  by: 'operator-1',
  at: began,
  basedOn: 3,
  ...changes,
});

export function etagOf(result: DraftResult): string {
  if (result.kind !== 'saved') throw new Error('it was not saved');
  return result.etag;
}

/** What every DraftStore does. `open` gives one that holds nothing. */
export function describeDraftStore(name: string, open: (clock: Clock) => DraftStore | Promise<DraftStore>): void {
  describe(name, () => {
    let now = began;
    let store: DraftStore;
    beforeEach(async () => {
      now = began;
      store = await open({ now: () => now });
    });

    it('has no draft before one is saved', async () => {
      expect([await store.head('bank'), await store.get('bank'), [...(await store.list())]]).toEqual([
        undefined,
        undefined,
        [],
      ]);
    });

    it('gives back what was saved, by whom, and from where it was begun', async () => {
      const source = {
        ...sourceOf('name: bank\n'),
        branches: { name: 'branches.csv', text: 'id,name\r\n"é\u{1f600}"' },
      };

      const etag = etagOf(await store.save('bank', savingOf('', { source }), undefined));

      const head = { etag, by: 'operator-1', at: began, basedOn: 3 };
      expect(etag).toMatch(/^[\w-]{8,64}$/);
      expect(await store.get('bank')).toEqual({ ...head, source });
      expect(await store.head('bank')).toEqual(head);
      expect([...(await store.list())]).toEqual([['bank', head]]);
    });

    it('has another etag with each saving, of the same words too', async () => {
      const first = etagOf(await store.save('bank', savingOf('a'), undefined));

      const second = etagOf(await store.save('bank', savingOf('a', { by: 'operator-2' }), first));

      expect(second).not.toBe(first);
      expect(await store.get('bank')).toMatchObject({ etag: second, by: 'operator-2' });
    });

    it.each([
      { case: 'an etag of before', expected: () => 'an-older-etag' },
      { case: 'no etag', expected: () => undefined },
    ])('changes nothing for whoever comes with $case, and says who was faster', async ({ expected }) => {
      const etag = etagOf(await store.save('bank', savingOf('a'), undefined));

      const result = await store.save('bank', savingOf('b', { by: 'operator-2' }), expected());

      expect(result).toEqual({ kind: 'conflict', head: { etag, by: 'operator-1', at: began, basedOn: 3 } });
      expect((await store.get('bank'))?.source).toEqual(sourceOf('a'));
    });

    it('tells who saves a draft that is gone', async () => {
      const etag = etagOf(await store.save('bank', savingOf('a'), undefined));
      await store.discard('bank', etag);

      expect(await store.save('bank', savingOf('b'), etag)).toEqual({ kind: 'conflict' });
      expect(await store.get('bank')).toBeUndefined();
    });

    it.each([{ begun: false }, { begun: true }])(
      'lets one of eight win who save at once (a draft was there: $begun)',
      async ({ begun }) => {
        const expected = begun ? etagOf(await store.save('bank', savingOf('a'), undefined)) : undefined;

        const results = await Promise.all(
          Array.from({ length: 8 }, (_, index) => store.save('bank', savingOf(`text ${index}`), expected)),
        );

        const winner = results.findIndex(({ kind }) => kind === 'saved');
        expect(results.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
        expect(await store.get('bank')).toMatchObject({
          etag: etagOf(results[winner]!),
          source: sourceOf(`text ${winner}`),
        });
      },
    );

    it('discards a draft, once and for all', async () => {
      const etag = etagOf(await store.save('bank', savingOf('a'), undefined));

      expect(await store.discard('bank', etag)).toEqual({ kind: 'discarded' });
      expect(await store.discard('bank', etag)).toEqual({ kind: 'none' });
      expect([await store.get('bank'), [...(await store.list())]]).toEqual([undefined, []]);
    });

    it('discards nothing that somebody has saved since', async () => {
      const first = etagOf(await store.save('bank', savingOf('a'), undefined));
      const second = etagOf(await store.save('bank', savingOf('b', { by: 'operator-2' }), first));

      const result = await store.discard('bank', first);

      expect(result).toMatchObject({ kind: 'conflict', head: { etag: second, by: 'operator-2' } });
      expect((await store.get('bank'))?.source).toEqual(sourceOf('b'));
    });

    it('begins another one where one was discarded', async () => {
      await store.discard('bank', etagOf(await store.save('bank', savingOf('a'), undefined)));

      await store.save('bank', savingOf('b'), undefined);

      expect((await store.get('bank'))?.source).toEqual(sourceOf('b'));
      expect([...(await store.list()).keys()]).toEqual(['bank']);
    });

    it('says which saving begins a sitting: the first, another person’s, and the first after ten minutes', async () => {
      const minute = 60_000;
      const begins: boolean[] = [];
      let etag: string | undefined;
      for (const [by, minutes] of [
        ['operator-1', 0],
        ['operator-1', 9],
        ['operator-1', 10],
        ['operator-1', 19],
        ['operator-2', 19.5],
        ['operator-1', 20],
      ] as const) {
        const result = await store.save('bank', savingOf('a', { by, at: epochMs(began + minutes * minute) }), etag);
        etag = etagOf(result);
        begins.push(result.kind === 'saved' && result.beginsSitting);
      }

      expect(begins).toEqual([true, false, true, false, true, true]);
      expect(Object.keys((await store.head('bank')) ?? {}).toSorted()).toEqual(['at', 'basedOn', 'by', 'etag']);
    });

    it('keeps the drafts of different tables apart', async () => {
      await store.save('bank', savingOf('a'), undefined);
      await store.save('shop', savingOf('b', { basedOn: 0 }), undefined);

      expect((await store.get('bank'))?.source).toEqual(sourceOf('a'));
      expect([...(await store.list()).keys()].toSorted()).toEqual(['bank', 'shop']);
    });

    it('keeps a draft 30 days since it was saved last, and lets another be begun then', async () => {
      const etag = etagOf(await store.save('bank', savingOf('a'), undefined));
      now = epochMs(began + 30 * day - 1);
      expect(await store.head('bank')).toMatchObject({ etag });

      now = epochMs(began + 30 * day);

      expect([await store.head('bank'), await store.get('bank'), [...(await store.list())]]).toEqual([
        undefined,
        undefined,
        [],
      ]);
      expect(await store.save('bank', savingOf('b', { at: now }), etag)).toEqual({ kind: 'conflict' });
      expect(await store.save('bank', savingOf('c', { at: now }), undefined)).toMatchObject({ kind: 'saved' });
      expect((await store.get('bank'))?.source).toEqual(sourceOf('c'));
    });

    it('takes a draft with a branch file that does not compress well', async () => {
      const source = { ...sourceOf('name: bank\n'), branches: { name: 'branches.csv', text: noise(2_000_000) } };

      await store.save('bank', savingOf('', { source }), undefined);

      expect((await store.get('bank'))?.source).toEqual(source);
    });
  });
}
