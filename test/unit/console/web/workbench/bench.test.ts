import { Bench } from '../../../../../console/web/workbench/bench/bench.ts';
import type { BenchAnswer, BenchRequest } from '../../../../../console/web/workbench/bench/messages.ts';
import { Checking } from '../../../../../console/web/workbench/checking.ts';
import { DeskShelf } from '../../../../../console/web/workbench/desk-shelf.ts';
import {
  done,
  noHistory,
  placeOfTyping,
  redone,
  undone,
  type Typing,
} from '../../../../../console/web/workbench/edit-history.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { sourceOf, tableText } from './desk-fixture.ts';

describe('a bench', () => {
  it('writes only the last of several edits in a row', async () => {
    const { bench, answers, timers } = benchFixture();
    bench.take({ kind: 'open', revision: 1, source: sourceOf(tableText) });
    for (const revision of [2, 3, 4])
      bench.take({
        kind: 'edit',
        revision,
        on: revision - 1,
        edits: [{ op: 'set', path: ['patience'], value: 10 * revision }],
      });

    await timers.advanceBy(1);

    const written = answers.filter(({ kind }) => kind === 'texts');
    expect(written).toEqual([
      { kind: 'texts', revision: 4, source: sourceOf(expect.stringContaining('patience: 40\n') as string) },
    ]);
  });

  it('goes on from a revision that somebody went back to', async () => {
    const { bench, answers, timers } = benchFixture();
    bench.take({ kind: 'open', revision: 1, source: sourceOf(tableText) });
    bench.take({ kind: 'edit', revision: 2, on: 1, edits: [{ op: 'remove', path: ['rules'] }] });
    bench.take({ kind: 'edit', revision: 3, on: 1, edits: [{ op: 'set', path: ['patience'], value: 60 }] });

    await timers.advanceBy(1);

    expect(answers.at(-1)).toMatchObject({
      revision: 3,
      source: { table: { text: expect.stringContaining('rules:') } },
    });
  });

  it('says that it failed when the revision is not known any more', () => {
    const { bench, answers } = benchFixture();
    bench.take({ kind: 'open', revision: 1, source: sourceOf(tableText) });
    bench.take({ kind: 'forget', revisions: [1] });

    bench.take({ kind: 'edit', revision: 2, on: 1, edits: [] });

    expect(answers.at(-1)).toMatchObject({ kind: 'failed' });
  });

  it('finds what the API would find, a table of another name too', () => {
    const { bench, answers } = benchFixture();

    bench.take({ kind: 'check', id: 1, name: 'another', source: sourceOf(tableText) });

    expect(answers).toEqual([
      {
        kind: 'checked',
        id: 1,
        isTable: true,
        findings: expect.arrayContaining([
          expect.objectContaining({ code: 'table-name-differs', line: 1, severity: 'error' }),
          expect.objectContaining({ code: 'rule-shadowed', witness: expect.anything() }),
        ]),
      },
    ]);
  });
});

describe('checking while somebody types', () => {
  it('asks once they pause, and drops what was found of an older text', async () => {
    const timers = new TimersFake();
    const asked: BenchRequest[] = [];
    let answer: (answer: BenchAnswer) => void = () => undefined;
    const bench = {
      ask: (request: BenchRequest) => void asked.push(request),
      listen: (listener: typeof answer) => void (answer = listener),
      close: () => undefined,
    };
    const broken: number[] = [];
    const onBroken = (revision: number): void => void broken.push(revision);
    const checking = new Checking({ name: 'shop', bench, timers, onChange: () => undefined, onBroken });
    const finding = { severity: 'error', code: 'old', message: '', path: '' } as const;
    checking.check(1, sourceOf('one'));
    checking.check(2, sourceOf('two'));
    await timers.advanceBy(150);
    checking.check(3, sourceOf('three'));
    checking.check(3, sourceOf('three'));
    await timers.advanceBy(150);

    const askedFirst = asked.length;
    answer({ kind: 'checked', id: 1, findings: [finding], isTable: false });
    const stale = [checking.findings, checking.isBusy];
    answer({ kind: 'checked', id: 2, findings: [{ ...finding, code: 'new' }], isTable: false });
    checking.check(3, sourceOf('three'));

    expect(askedFirst).toBe(1);
    expect(stale).toEqual([[], true]);
    expect(asked.map((request) => 'source' in request && request.source.table.text)).toEqual(['two', 'three']);
    expect(checking.findings).toMatchObject([{ code: 'new' }]);
    expect(checking.isBusy).toBe(false);
    expect(broken).toEqual([3]);
  });
});

describe('the history of a sitting', () => {
  it('goes back and forth, and forgets what was undone when something else is done', () => {
    const first = done(noHistory, { revision: 1, words: 'a', weight: 0 }).history;
    const second = done(first, { revision: 2, words: 'b', weight: 0 }).history;

    const back = undone(second, { revision: 3, weight: 0 });
    const forth = redone(back!.history, { revision: 2, weight: 0 });
    const other = done(back!.history, { revision: 2, words: 'c', weight: 0 });

    expect([back!.to, forth!.to, forth!.history]).toEqual([2, 3, second]);
    expect(other.forgotten).toEqual([3]);
  });

  it('is bounded by steps, and by the branches that they hold', () => {
    const steps = (count: number, weight: number): number => {
      let history = noHistory;
      for (let revision = 1; revision <= count; revision += 1)
        ({ history } = done(history, { revision, words: '', weight }));
      return history.past.length;
    };

    expect([steps(150, 0), steps(150, 100_000), steps(3, 9_000_000)]).toEqual([100, 20, 1]);
  });
});

describe('typing in one field', () => {
  const typing = (at: number, place = 'patience'): { readonly typing: Typing } => ({ typing: { place, at } });
  const first = done(noHistory, { revision: 1, words: 'a', weight: 0, ...typing(0) }).history;

  it('is one step until somebody pauses', () => {
    const goneOn = done(first, { revision: 2, words: 'a', weight: 0, ...typing(900) });
    const still = done(goneOn.history, { revision: 3, words: 'a', weight: 0, ...typing(1800) });
    const later = done(still.history, { revision: 4, words: 'a', weight: 0, ...typing(2801) });

    expect([goneOn.forgotten, still.forgotten, later.forgotten]).toEqual([[2], [3], []]);
    expect(still.history.past.map(({ revision }) => revision)).toEqual([1]);
    expect(later.history.past.map(({ revision }) => revision)).toEqual([4, 1]);
  });

  it('is another step in another field, with other words, and after undo', () => {
    const undoneOnce = undone(done(first, { revision: 2, words: 'b', weight: 0 }).history, { revision: 3, weight: 0 })!;
    const steps = [
      done(first, { revision: 2, words: 'a', weight: 0, ...typing(10, 'callerId') }),
      done(first, { revision: 2, words: 'b', weight: 0, ...typing(10) }),
      done(first, { revision: 2, words: 'a', weight: 0 }),
      done(undoneOnce.history, { revision: 2, words: 'a', weight: 0, ...typing(10) }),
    ];

    expect(steps.map(({ history }) => history.past.length)).toEqual([2, 2, 2, 2]);
  });

  it('is to set one value again and again, or the text', () => {
    expect(placeOfTyping([{ op: 'set', path: ['rules', 3, 'id'], value: 'a' }])).toBe(
      placeOfTyping([{ op: 'remove', path: ['rules', 3, 'id'] }]),
    );
    expect(placeOfTyping([{ op: 'text', text: 'name: shop' }])).toBeDefined();
    expect(placeOfTyping([{ op: 'move', path: ['rules'], from: 1, to: 0 }])).toBeUndefined();
    expect(placeOfTyping(['a', 'b'].map((id) => ({ op: 'remove', path: ['reasons', id] })))).toBeUndefined();
  });
});

describe('desks that pages share', () => {
  it('stay a minute after the last has left, and are the same until then', async () => {
    const timers = new TimersFake();
    const shelf = new DeskShelf<{ close(): void }>(timers);
    const closed: number[] = [];
    let count = 0;
    const open = (): { close(): void } => {
      const number = (count += 1);
      return { close: () => void closed.push(number) };
    };
    const first = shelf.take('shop', open);
    shelf.putBack('shop');
    await timers.advanceBy(59_000);

    const again = shelf.take('shop', open);
    await timers.advanceBy(120_000);
    const early = [...closed];
    shelf.putBack('shop');
    await timers.advanceBy(60_000);

    expect(again).toBe(first);
    expect([early, closed]).toEqual([[], [1]]);
    expect(shelf.take('shop', open)).not.toBe(first);
  });
});

function benchFixture(): { bench: Bench; answers: BenchAnswer[]; timers: TimersFake } {
  const timers = new TimersFake();
  const answers: BenchAnswer[] = [];
  const bench = new Bench({ answer: (answer) => void answers.push(answer), timers, now: () => timers.now() });
  return { bench, answers, timers };
}
