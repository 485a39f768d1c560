import { DynamoDbCallContextStore } from '../../../../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { originRegionCallContexts } from '../../../../../shared/adapters/dynamodb/origin-region-call-contexts.ts';
import { callContextsTable } from '../../../../../shared/contracts/tables.ts';
import type { CallContext } from '../../../../../shared/domain/call-context.ts';
import { clockToleranceMs } from '../../../../../shared/domain/expiry.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { BridgeError } from '../../../../../shared/errors.ts';
import type { CallContextStore } from '../../../../../shared/ports/call-context-store.ts';
import {
  callContextOf,
  contextCreatedAt,
  contextExpiresAt,
  testCallContextIds,
} from '../../../../support/call-context-builder.ts';
import { startDynalite, type Dynalite } from '../../../../support/dynalite.ts';

const claim = { transactionId: 'transaction-1', tableVersion: 3, now: contextCreatedAt };
const delivery = { to: 'desk', at: contextCreatedAt };

describe('call contexts of several Regions', () => {
  // Issued in us-east-1.
  const ids = testCallContextIds();
  let dynalite: Dynalite;
  let tables = 0;
  let west: CallContextStore;
  let east: CallContextStore;
  let opened: string[];
  beforeAll(async () => {
    dynalite = await startDynalite();
  });
  afterAll(() => dynalite.stop());

  const replica = async (): Promise<CallContextStore> => {
    const tableName = `replica-${(tables += 1)}`;
    await dynalite.createTable(tableName, callContextsTable);
    return new DynamoDbCallContextStore(dynalite.client, { tableName });
  };
  beforeEach(async () => {
    opened = [];
    [west, east] = await Promise.all([replica(), replica()]);
  });

  /** As a function in us-west-2 sees them. */
  const contexts = (local = west, regions = ['us-east-1', 'us-west-2']): CallContextStore =>
    originRegionCallContexts({
      local,
      region: 'us-west-2',
      regions,
      open: (region) => {
        opened.push(region);
        return east;
      },
    });
  const storedIn = async (...replicas: CallContextStore[]): Promise<CallContext> => {
    const context = callContextOf({ id: ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt }) });
    for (const each of replicas) await each.put(context);
    return context;
  };
  const unavailable = async (): Promise<never> => {
    throw new BridgeError('store-unavailable', 'throttled');
  };
  const down: CallContextStore = {
    put: unavailable,
    order: unavailable,
    forget: unavailable,
    forgetAllOf: unavailable,
    claim: unavailable,
    recent: unavailable,
    orderedFor: unavailable,
    deliver: unavailable,
    callsOf: unavailable,
    deliveries: unavailable,
  };

  it('are claimed and delivered where they were made, though there is a replica here', async () => {
    const context = await storedIn(west, east);
    const store = contexts();

    const claimed = await store.claim(context.id, claim);
    const delivered = await store.deliver(context.id, delivery);

    expect(claimed).toEqual({ kind: 'claimed', context, tableVersion: 3 });
    expect(delivered).toEqual({ kind: 'delivered', context });
    expect(await store.deliveries(context.id)).toEqual([delivery]);
    expect(await east.claim(context.id, { ...claim, transactionId: 'transaction-2' })).toEqual({
      kind: 'claimedByAnotherCall',
    });
    expect(await west.deliveries(context.id)).toEqual([]);
    expect(opened).toEqual(['us-east-1']);
  });

  it('are claimed where they were made before the replica has them', async () => {
    const context = await storedIn(east);

    const result = await contexts().claim(context.id, claim);

    expect(result).toEqual({ kind: 'claimed', context, tableVersion: 3 });
  });

  it('are claimed and delivered here while the Region that made them does not answer', async () => {
    const context = await storedIn(west);
    east = down;
    const store = contexts();

    const claimed = await store.claim(context.id, claim);
    const delivered = await store.deliver(context.id, delivery);

    expect(claimed).toEqual({ kind: 'claimed', context, tableVersion: 3 });
    expect(delivered).toEqual({ kind: 'delivered', context });
    expect(await store.deliveries(context.id)).toEqual([delivery]);
  });

  it('are claimed where they were made while DynamoDB is down here', async () => {
    const context = await storedIn(east);

    const result = await contexts(down).claim(context.id, claim);

    expect(result).toEqual({ kind: 'claimed', context, tableVersion: 3 });
  });

  it('are in neither when nobody made them', async () => {
    const id = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
    const store = contexts();

    const results = [await store.claim(id, claim), await store.deliver(id, delivery)];

    expect(results).toEqual([{ kind: 'notFound' }, { kind: 'notFound' }]);
    expect(await store.deliveries(id)).toEqual([]);
  });

  it.each([
    { case: 'have expired', at: epochMs(contextExpiresAt + clockToleranceMs), kind: 'expired' },
    { case: 'were claimed by another call', at: claim.now, kind: 'claimedByAnotherCall' },
  ])('are asked for nowhere else when they $case', async ({ at, kind }) => {
    const context = await storedIn(west, east);
    await east.claim(context.id, { ...claim, transactionId: 'transaction-2' });

    const result = await contexts(down).claim(context.id, { ...claim, now: at });

    expect(result).toEqual({ kind });
  });

  it('are not found when the Region that made them is none of ours, or this one', async () => {
    const context = await storedIn(east);
    const here = originRegionCallContexts({
      local: west,
      region: 'us-east-1',
      regions: ['us-east-1'],
      open: () => east,
    });

    const results = [
      await contexts(west, ['ca-central-1']).claim(context.id, claim),
      await here.claim(context.id, claim),
    ];

    expect(results).toEqual([{ kind: 'notFound' }, { kind: 'notFound' }]);
    expect(opened).toEqual([]);
  });

  it('may be there, when no Region that would know answers', async () => {
    const context = await storedIn(east);
    east = down;
    const store = contexts(down);

    const questions = [
      () => store.claim(context.id, claim),
      () => store.deliver(context.id, delivery),
      () => store.deliveries(context.id),
    ];

    for (const ask of questions) await expect(ask()).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('are ordered where they were made while the replica is behind, once', async () => {
    const context = await storedIn(east);
    const order = { requestId: 'request-1', now: contextCreatedAt };

    const results = [await contexts().order(context.id, order), await contexts().order(context.id, order)];

    expect(results).toEqual([
      { kind: 'ordered', context },
      { kind: 'orderedBefore', context },
    ]);
  });

  it('are forgotten where they were made, for that is where the replicas get it from', async () => {
    const context = await storedIn(west, east);

    await contexts().forget(context.id);

    expect(await east.claim(context.id, claim)).toEqual({ kind: 'notFound' });
    expect(await west.claim(context.id, claim)).toMatchObject({ kind: 'claimed' });
  });

  it('are forgotten everywhere when their owner leaves, and counted once', async () => {
    const owned = async (...replicas: CallContextStore[]): Promise<void> => {
      const id = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
      for (const each of replicas) await each.put(callContextOf({ id, owner: 'leaver' }));
    };
    await owned(west, east);
    await owned(east);

    const counts = [await contexts().forgetAllOf('leaver'), await contexts().forgetAllOf('leaver')];

    expect(counts).toEqual([2, 0]);
    expect([await west.forgetAllOf('leaver'), await east.forgetAllOf('leaver')]).toEqual([0, 0]);
  });

  it('are forgotten here, though it is not done with while another Region does not answer', async () => {
    const id = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
    await west.put(callContextOf({ id, owner: 'leaver' }));
    east = down;

    await expect(contexts().forgetAllOf('leaver')).rejects.toMatchObject({ code: 'store-unavailable' });

    expect(await west.claim(id, claim)).toEqual({ kind: 'notFound' });
  });

  it('are reported as corrupt without asking elsewhere', async () => {
    const context = await storedIn(west);
    east = { ...down, claim: () => Promise.reject(new BridgeError('record-corrupt', 'no reason')) };

    await expect(contexts().claim(context.id, claim)).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  it('are written, and found by the caller’s number, here', async () => {
    const store = contexts();
    const context = callContextOf({ id: ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt }) });

    await store.put(context);
    const recent = await store.recent('+12065550100' as E164, { since: contextCreatedAt, now: contextCreatedAt });

    expect(recent).toBe(context.id);
    expect(opened).toEqual([]);
  });
});
