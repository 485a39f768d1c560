import type { BenchPort } from '../../../../../console/web/workbench/bench/benches.ts';
import type { BenchAnswer, BenchRequest } from '../../../../../console/web/workbench/bench/messages.ts';
import { DeskModel } from '../../../../../console/web/workbench/desk-model.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { CopiesFake, DraftServerFake, sourceOf, tableText } from './desk-fixture.ts';

describe('a table that is opened', () => {
  it('is checked once it is read: a large one is shown before it is read a second time', async () => {
    const { writer, checker, timers, model } = openingFixture();
    await model.start();
    await timers.advanceBy(1000);
    const askedBefore = checker.asked.length;

    writer.answer({ kind: 'read', revision: 1, file: { name: 'shop' } });
    writer.answer({ kind: 'texts', revision: 1, source: sourceOf(tableText) });
    await timers.advanceBy(1000);

    expect(askedBefore).toBe(0);
    expect(checker.asked).toEqual([{ kind: 'check', id: 1, name: 'shop', source: sourceOf(tableText) }]);
  });

  it('says that it is being checked until it is', async () => {
    const { writer, checker, timers, model } = openingFixture();
    await model.start();
    const seen: (boolean | undefined)[] = [];
    model.subscribe(() => seen.push(model.state.kind === 'ready' ? model.state.desk.isChecking : undefined));

    writer.answer({ kind: 'read', revision: 1, file: { name: 'shop' } });
    writer.answer({ kind: 'texts', revision: 1, source: sourceOf(tableText) });
    await timers.advanceBy(1000);
    const whileChecking = [...seen];
    checker.answer({ kind: 'checked', id: 1, findings: [], isTable: true });

    expect(new Set(whileChecking)).toEqual(new Set([true]));
    expect(seen.at(-1)).toBe(false);
  });
});

function openingFixture(): {
  readonly writer: BenchFake;
  readonly checker: BenchFake;
  readonly timers: TimersFake;
  readonly model: DeskModel;
} {
  const [writer, checker, timers] = [new BenchFake(), new BenchFake(), new TimersFake()];
  const model = new DeskModel({
    name: 'shop',
    me: 'olivia',
    mayEdit: true,
    server: new DraftServerFake().as('olivia'),
    benches: { writer, checker },
    copies: new CopiesFake(),
    tellTabs: () => undefined,
    timers,
    now: () => timers.now(),
  });
  return { writer, checker, timers, model };
}

/** Answers when it is told to. */
class BenchFake implements BenchPort {
  readonly asked: BenchRequest[] = [];
  readonly #listeners: ((answer: BenchAnswer) => void)[] = [];

  ask(request: BenchRequest): void {
    this.asked.push(request);
  }

  listen(listener: (answer: BenchAnswer) => void): void {
    this.#listeners.push(listener);
  }

  answer(answer: BenchAnswer): void {
    for (const listener of this.#listeners) listener(answer);
  }

  close(): void {
    this.#listeners.length = 0;
  }
}
