import type { Change } from '../../shared/domain/change.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { ChangeLog } from '../../shared/ports/change-log.ts';

const began = Date.parse('2026-11-18T15:00:00Z');

export const changeOf = (minutes: number, changes: Partial<Change> = {}): Change => ({
  at: epochMs(began + minutes * 60_000),
  kind: 'published',
  by: 'operator-1',
  subject: 'example-bank',
  ...changes,
});

/** What every ChangeLog does. `open` gives one that holds nothing. */
export function describeChangeLog(name: string, open: () => ChangeLog | Promise<ChangeLog>): void {
  describe(name, () => {
    it('has nothing before anything is changed', async () => {
      const log = await open();

      expect(await log.latest({ limit: 10 })).toEqual({ changes: [] });
    });

    it('gives back all that was said of a change', async () => {
      const log = await open();
      const changes = [
        changeOf(2, { kind: 'callCommanded', subject: 'call-1', detail: 'transfer branch:tacoma' }),
        changeOf(1, { version: 4, because: 'holiday hours' }),
      ];
      for (const change of changes) await log.add(change);

      expect(await log.latest({ limit: 10 })).toEqual({ changes });
    });

    it('lists the latest first, whichever was written first', async () => {
      const log = await open();
      for (const minutes of [3, 1, 2]) await log.add(changeOf(minutes));

      const page = await log.latest({ limit: 10 });

      expect(page?.changes).toEqual([changeOf(3), changeOf(2), changeOf(1)]);
    });

    it('keeps all changes of one millisecond', async () => {
      const log = await open();
      await Promise.all(['a', 'b', 'c'].map((subject) => log.add(changeOf(1, { subject }))));

      const page = await log.latest({ limit: 10 });

      expect(page?.changes.map(({ subject }) => subject).toSorted()).toEqual(['a', 'b', 'c']);
    });

    it('gives each change on one page only, and no cursor with the last of them', async () => {
      const log = await open();
      for (const minutes of [1, 2, 2, 2, 3]) await log.add(changeOf(minutes));

      const first = await log.latest({ limit: 2 });
      await log.add(changeOf(9));
      const second = await log.latest({ limit: 2, cursor: first!.cursor! });
      const third = await log.latest({ limit: 2, cursor: second!.cursor! });

      expect([first, second, third].map((page) => page?.changes)).toEqual([
        [changeOf(3), changeOf(2)],
        [changeOf(2), changeOf(2)],
        [changeOf(1)],
      ]);
      expect(third).not.toHaveProperty('cursor');
    });

    it('has no cursor when a page is just full', async () => {
      const log = await open();
      for (const minutes of [1, 2]) await log.add(changeOf(minutes));

      expect(await log.latest({ limit: 2 })).not.toHaveProperty('cursor');
    });

    it.each(['', 'nonsense', Buffer.from('000000000000001#').toString('base64url')])(
      'knows no cursor "%s"',
      async (cursor) => {
        const log = await open();

        expect(await log.latest({ limit: 2, cursor })).toBeUndefined();
      },
    );
  });
}
