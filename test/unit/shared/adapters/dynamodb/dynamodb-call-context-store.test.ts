import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDbCallContextStore } from '../../../../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { callContextsTable } from '../../../../../shared/contracts/tables.ts';
import type { CallContextId } from '../../../../../shared/domain/call-context-id.ts';
import { clockToleranceMs } from '../../../../../shared/domain/expiry.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import {
  callContextOf,
  contextCreatedAt,
  contextExpiresAt,
  testCallContextIds,
} from '../../../../support/call-context-builder.ts';
import { startDynalite, type Dynalite } from '../../../../support/dynalite.ts';

describe('the item of a call context', () => {
  const tableName = 'call-contexts';
  const ids = testCallContextIds();
  const claim = { transactionId: 'transaction-1', tableVersion: 3, now: contextCreatedAt };
  let dynalite: Dynalite;
  let store: DynamoDbCallContextStore;

  beforeAll(async () => {
    dynalite = await startDynalite();
    await dynalite.createTable(tableName, callContextsTable);
    store = new DynamoDbCallContextStore(dynalite.client, { tableName });
  });

  afterAll(() => dynalite.stop());

  const newId = (): CallContextId => ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
  const itemOf = async (id: CallContextId): Promise<Record<string, unknown> | undefined> =>
    (await dynalite.client.send(new GetCommand({ TableName: tableName, Key: { id } }))).Item;

  it('says in whole seconds when DynamoDB may delete it: when no clock gives it out any more', async () => {
    const context = callContextOf({ id: newId(), expiresAt: epochMs(contextExpiresAt + 999) });

    await store.put(context);

    expect(await itemOf(context.id)).toMatchObject({
      timeToLive: (contextExpiresAt + clockToleranceMs) / 1000,
      expiresAt: contextExpiresAt + 999,
    });
  });

  it('remembers who claimed it first, and when', async () => {
    const context = callContextOf({ id: newId() });
    await store.put(context);

    await store.claim(context.id, claim);
    await store.claim(context.id, {
      transactionId: 'transaction-1',
      tableVersion: 9,
      now: epochMs(contextCreatedAt + 5000),
    });

    expect(await itemOf(context.id)).toMatchObject({
      claimedBy: 'transaction-1',
      claimedAt: contextCreatedAt,
      tableVersion: 3,
    });
  });

  it('lists every delivery in order', async () => {
    const context = callContextOf({ id: newId() });
    await store.put(context);

    await store.deliver(context.id, { to: 'desk', at: contextCreatedAt });
    await store.deliver(context.id, { to: 'crm', at: epochMs(contextCreatedAt + 1) });

    expect((await itemOf(context.id))?.['deliveries']).toEqual([
      { to: 'desk', at: contextCreatedAt },
      { to: 'crm', at: contextCreatedAt + 1 },
    ]);
  });

  it('is not made by a claim or a delivery', async () => {
    const id = newId();

    await store.claim(id, claim);
    await store.deliver(id, { to: 'desk', at: contextCreatedAt });

    expect(await itemOf(id)).toBeUndefined();
  });

  it.each([
    { case: 'a phone number that is none', broken: { phoneNumber: '206-555-0100' } },
    { case: 'no reason', broken: { reason: undefined } },
    { case: 'a location of an unknown source', broken: { location: { source: 'hearsay', observedAt: 1 } } },
  ])('is reported as corrupt when it has $case, without quoting it', async ({ broken }) => {
    const id = newId();
    await dynalite.client.send(new PutCommand({ TableName: tableName, Item: { ...callContextOf({ id }), ...broken } }));

    const claiming = store.claim(id, claim);
    const delivering = store.deliver(id, { to: 'desk', at: contextCreatedAt });

    await expect(claiming).rejects.toMatchObject({
      code: 'record-corrupt',
      message: expect.stringContaining(Object.keys(broken)[0] ?? ''),
    });
    await expect(claiming).rejects.not.toMatchObject({ message: expect.stringContaining('206-555-0100') });
    await expect(delivering).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  it('is not found once DynamoDB has swept it', async () => {
    const context = callContextOf({ id: newId() });
    await store.put(context);
    await dynalite.client.send(new DeleteCommand({ TableName: tableName, Key: { id: context.id } }));

    const result = await store.claim(context.id, claim);

    expect(result).toEqual({ kind: 'notFound' });
  });

  it('cannot be had while the table is missing', async () => {
    const elsewhere = new DynamoDbCallContextStore(dynalite.client, { tableName: 'no-such-table' });
    const id = newId();

    const calls = [
      elsewhere.put(callContextOf({ id })),
      elsewhere.order(id, { requestId: 'request-1', now: contextCreatedAt }),
      elsewhere.forget(id),
      elsewhere.forgetAllOf('owner'),
      elsewhere.claim(id, claim),
      elsewhere.deliver(id, { to: 'desk', at: contextCreatedAt }),
      elsewhere.deliveries(id),
      elsewhere.recent('+12065550100' as E164, { since: contextCreatedAt, now: contextCreatedAt }),
    ];

    for (const call of calls) {
      await expect(call).rejects.toMatchObject({
        code: 'store-unavailable',
        cause: { name: 'ResourceNotFoundException' },
      });
    }
  });
});
