import { BridgeError } from '../../../shared/errors.ts';
import { routingTableOf } from '../../support/routing-table-builder.ts';
import { uriOf } from '../../support/sma-actions.ts';
import { skillCallHeaders, smaFunction, timeUntil, type SmaFunctionFake } from '../../support/sma-call.ts';
import { anSmaEvent } from '../../support/sma-event-builder.ts';

const tablesDestination = '+12065550150';
const defaultDestination = '+12065550141';

const began = anSmaEvent({ type: 'NEW_INBOUND_CALL' });

/** Watches the versions that are loaded, and lets those fail. */
function loadsOf(sma: SmaFunctionFake, unusable: readonly number[]): number[] {
  const loads: number[] = [];
  const load = sma.tables.load.bind(sma.tables);
  sma.tables.load = (name, version) => {
    loads.push(version);
    if (unusable.includes(version))
      return Promise.reject(new BridgeError('record-corrupt', 'not as the contract says'));
    return load(name, version);
  };
  return loads;
}

describe('a call that begins while the current table cannot be used', () => {
  it('goes by the last one that can be, though the function has only just begun', async () => {
    const sma = await smaFunction();
    await sma.publish(routingTableOf());
    await sma.publish(routingTableOf());
    const loads = loadsOf(sma, [2, 3]);

    const { Actions, TransactionAttributes } = await sma.handle(began);

    expect(uriOf(Actions[0])).toBe(tablesDestination);
    expect(TransactionAttributes).toMatchObject({ table: '1' });
    expect(loads).toEqual([3, 2, 1]);
  });

  it('is the only one to wait for that table: the next goes by the one found', async () => {
    const sma = await smaFunction();
    await sma.publish(routingTableOf());
    const loads = loadsOf(sma, [2]);

    await sma.handle(began);
    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: 'next' }));

    expect(uriOf(Actions[0])).toBe(tablesDestination);
    expect(loads).toEqual([2, 1]);
  });

  it('goes to the default destination when none can be, and the next does not load them all again', async () => {
    const sma = await smaFunction();
    await sma.publish(routingTableOf());
    const loads = loadsOf(sma, [1, 2]);

    const answers = [await sma.handle(began), await sma.handle(began)];
    const before = [...loads];
    await sma.clock.advanceBy(30_000);
    await sma.handle(began);

    expect(answers.map(({ Actions }) => uriOf(Actions[0]))).toEqual([defaultDestination, defaultDestination]);
    expect(before).toEqual([2, 1]);
    expect(loads).toEqual([2, 1, 2, 1]);
  });

  it('waits no longer than the budget for routing, however slow the older one is', async () => {
    const sma = await smaFunction();
    await sma.publish(routingTableOf());
    loadsOf(sma, [2]);
    sma.tables.history = () => new Promise(() => undefined);

    const answer = sma.handle(began);

    expect(await timeUntil(sma, answer)).toBe(2200);
    expect(uriOf((await answer).Actions[0])).toBe(defaultDestination);
  });
});

describe('a call that is pinned to a table that cannot be had', () => {
  it('goes by the current one', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) });
    const { TransactionId: transactionId } = event.CallDetails;
    await sma.contexts.claim(context.id, { transactionId, tableVersion: 7, now: sma.clock.now() });

    const { Actions, TransactionAttributes } = await sma.handle(event);

    expect(uriOf(Actions[0])).toBe(tablesDestination);
    expect(TransactionAttributes).toMatchObject({ table: '1' });
  });
});

/** No answer comes until the function returned is called, and never to what was asked before. */
function silenced({ tables }: SmaFunctionFake, what: 'currentVersion' | 'load'): () => void {
  Object.assign(tables, { [what]: () => new Promise(() => undefined) });
  // The class's own method is there again.
  return () => void Reflect.deleteProperty(tables, what);
}

describe('a store that did not answer one call', () => {
  it.each(['currentVersion', 'load'] as const)('is asked again by the next: %s', async (what) => {
    const sma = await smaFunction();
    const answersAgain = silenced(sma, what);
    await timeUntil(sma, sma.handle(began));
    answersAgain();

    const answer = sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: 'next' }));

    expect(await timeUntil(sma, answer)).toBe(0);
    expect(uriOf((await answer).Actions[0])).toBe(tablesDestination);
  });
});
