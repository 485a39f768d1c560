import { BridgeError } from '../../../shared/errors.ts';
import { bySkill, callsToRoute, destinationsOf, dialled, type CallsToRoute } from '../../support/calls-to-route.ts';

const tablesDestination = ['contactCenter:support'];
const defaultDestination = ['branch:seattle-downtown'];

/** Watches the versions that are loaded, and lets those fail. */
function loadsOf(calls: CallsToRoute, unusable: readonly number[]): number[] {
  const loads: number[] = [];
  const load = calls.store.load.bind(calls.store);
  calls.store.load = (name, version) => {
    loads.push(version);
    if (unusable.includes(version))
      return Promise.reject(new BridgeError('record-corrupt', 'not as the contract says'));
    return load(name, version);
  };
  return loads;
}

describe('a call that begins while the current table cannot be used', () => {
  it('goes by the last one that can be, though the function has only just begun', async () => {
    const calls = await callsToRoute();
    await calls.publish();
    await calls.publish();
    const loads = loadsOf(calls, [2, 3]);

    const route = await calls.inbound();

    expect(destinationsOf(route)).toEqual(tablesDestination);
    expect(route).toMatchObject({ tableVersion: 1 });
    expect(loads).toEqual([3, 2, 1]);
  });

  it('is the only one to wait for that table: the next goes by the one found', async () => {
    const calls = await callsToRoute();
    await calls.publish();
    const loads = loadsOf(calls, [2]);

    await calls.inbound();
    const route = await calls.inbound(dialled({}, 'next'));

    expect(destinationsOf(route)).toEqual(tablesDestination);
    expect(loads).toEqual([2, 1]);
  });

  it('goes to the default destination when none can be, and the next does not load them all again', async () => {
    const calls = await callsToRoute();
    await calls.publish();
    const loads = loadsOf(calls, [1, 2]);

    const answers = [await calls.inbound(), await calls.inbound()];
    const before = [...loads];
    await calls.clock.advanceBy(30_000);
    await calls.inbound();

    expect(answers.map(destinationsOf)).toEqual([defaultDestination, defaultDestination]);
    expect(before).toEqual([2, 1]);
    expect(loads).toEqual([2, 1, 2, 1]);
  });

  it('waits no longer than the budget for routing, however slow the older one is', async () => {
    const calls = await callsToRoute();
    await calls.publish();
    loadsOf(calls, [2]);
    calls.store.history = () => new Promise(() => undefined);

    const answer = calls.inbound();

    expect(await calls.waitedFor(answer)).toBe(2200);
    expect(destinationsOf(await answer)).toEqual(defaultDestination);
  });
});

describe('a call that is pinned to a table that cannot be had', () => {
  it('goes by the current one', async () => {
    const calls = await callsToRoute();
    const context = await calls.storedContext();
    const event = bySkill(context.id);
    const { TransactionId: transactionId } = event.CallDetails;
    await calls.contexts.claim(context.id, { transactionId, tableVersion: 7, now: calls.clock.now() });

    const route = await calls.inbound(event);

    expect(destinationsOf(route)).toEqual(tablesDestination);
    expect(route).toMatchObject({ tableVersion: 1 });
  });
});

/** No answer comes until the function returned is called, and never to what was asked before. */
function silenced({ store }: CallsToRoute, what: 'currentVersion' | 'load'): () => void {
  Object.assign(store, { [what]: () => new Promise(() => undefined) });
  // The class's own method is there again.
  return () => void Reflect.deleteProperty(store, what);
}

describe('a store that did not answer one call', () => {
  it.each(['currentVersion', 'load'] as const)('is asked again by the next: %s', async (what) => {
    const calls = await callsToRoute();
    const answersAgain = silenced(calls, what);
    await calls.waitedFor(calls.inbound());
    answersAgain();

    const answer = calls.inbound(dialled({}, 'next'));

    expect(await calls.waitedFor(answer)).toBe(0);
    expect(destinationsOf(await answer)).toEqual(tablesDestination);
  });
});
