import { BridgeError } from '../../../../shared/errors.ts';
import type { Reason } from '../../../../shared/domain/routing/table.ts';
import type { ReasonsCall, ReasonsInForce } from '../../../../shared/ports/published-reasons.ts';
import { ReasonCatalogue } from '../../../../skill/catalogue/reason-catalogue.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const reasons: readonly Reason[] = [{ id: 'billing', name: { default: 'a bill' }, synonyms: {} }];
const read: ReasonsInForce = { kind: 'read', version: 3, reasons };
const minutes = 60_000;

function aCatalogue(...answers: (() => Promise<ReasonsInForce>)[]) {
  const timers = new TimersFake();
  const asked: { readonly name: string; readonly known: number | undefined }[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const log: string[] = [];
  const catalogue = new ReasonCatalogue({
    published: {
      inForce(name: string, { known, signal }: ReasonsCall = {}) {
        signals.push(signal);
        asked.push({ name, known });
        return answers[asked.length - 1]?.() ?? Promise.reject(new Error('asked too often'));
      },
    },
    tableName: 'example-bank',
    clock: timers,
    timers,
    logger: {
      info: (event) => log.push(event),
      warn: (event) => log.push(event),
      error: (event) => log.push(event),
    },
  });
  return { catalogue, timers, asked, signals, log };
}

const answer = (value: ReasonsInForce) => () => Promise.resolve(value);
const silence = () => new Promise<never>(() => undefined);

describe('ReasonCatalogue', () => {
  it('asks for the reasons in force once in five minutes', async () => {
    const { catalogue, timers, asked } = aCatalogue(answer(read));

    const first = await catalogue.reasons();
    await timers.advanceBy(5 * minutes - 1);
    const second = await catalogue.reasons();

    expect([first, second]).toEqual([reasons, reasons]);
    expect(asked).toEqual([{ name: 'example-bank', known: undefined }]);
    expect(timers.pending).toBe(0);
  });

  it('then names the version that it has, and keeps it when it is still in force', async () => {
    const { catalogue, timers, asked } = aCatalogue(answer(read), answer({ kind: 'unchanged' }));
    await catalogue.reasons();

    await timers.advanceBy(5 * minutes);
    const later = await catalogue.reasons();

    expect(later).toBe(reasons);
    expect(asked.map(({ known }) => known)).toEqual([undefined, 3]);
  });

  it('takes the reasons of a newer version', async () => {
    const newer: ReasonsInForce = { kind: 'read', version: 4, reasons: [] };
    const { catalogue, timers } = aCatalogue(answer(read), answer(newer));
    await catalogue.reasons();

    await timers.advanceBy(5 * minutes);

    expect(await catalogue.reasons()).toEqual([]);
  });

  it('knows none when nothing is published', async () => {
    const { catalogue, log } = aCatalogue(answer({ kind: 'none' }));

    expect(await catalogue.reasons()).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('gives up after half a second, goes on without, and tries again after half a minute', async () => {
    const { catalogue, timers, signals, log } = aCatalogue(silence, answer(read));

    const waiting = catalogue.reasons();
    await timers.advanceBy(500);
    const first = await waiting;
    const second = await catalogue.reasons();
    await timers.advanceBy(30_000);
    const third = await catalogue.reasons();

    expect([first, second, third]).toEqual([undefined, undefined, reasons]);
    expect(signals[0]?.aborted).toBe(true);
    expect(log).toEqual(['reasons-late']);
  });

  it('goes on with the reasons it knows while the store is down', async () => {
    const down = () => Promise.reject(new BridgeError('store-unavailable', 'down'));
    const { catalogue, timers, log } = aCatalogue(answer(read), down);
    await catalogue.reasons();

    await timers.advanceBy(5 * minutes);

    expect(await catalogue.reasons()).toBe(reasons);
    expect(log).toEqual(['reasons-unavailable']);
  });

  it('asks once for two who want to know at the same time', async () => {
    const { catalogue, asked } = aCatalogue(answer(read));

    await Promise.all([catalogue.reasons(), catalogue.reasons()]);

    expect(asked).toHaveLength(1);
  });
});
