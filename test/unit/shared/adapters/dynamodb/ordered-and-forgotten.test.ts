import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDbCallContextStore } from '../../../../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { callContextsTable } from '../../../../../shared/contracts/tables.ts';
import type { CallContext } from '../../../../../shared/domain/call-context.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import {
  callContextOf,
  contextCreatedAt,
  contextExpiresAt,
  testCallContextIds,
} from '../../../../support/call-context-builder.ts';
import { startDynalite, type Dynalite } from '../../../../support/dynalite.ts';

const tableName = 'call-contexts';
const order = { requestId: 'request-1', now: contextCreatedAt };
type Fault = (command: string, count: number) => 'lostAnswer' | 'refused' | undefined;

describe('call contexts in DynamoDB, ordered and forgotten', () => {
  const ids = testCallContextIds();
  let dynalite: Dynalite;
  const clients: DynamoDBClient[] = [];
  beforeAll(async () => {
    dynalite = await startDynalite();
    await dynalite.createTable(tableName, callContextsTable);
  });
  afterAll(async () => {
    for (const client of clients) client.destroy();
    await dynalite.stop();
  });

  /** A store whose requests go wrong as the test says; `sent` has their names. */
  const faultyStore = (fault: Fault): { store: DynamoDbCallContextStore; sent: string[] } => {
    const sent: string[] = [];
    const client = new DynamoDBClient({
      region: 'us-east-1',
      endpoint: dynalite.endpoint,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 2,
    });
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          sent.push(commandName);
          const wrong = fault(commandName, sent.filter((name) => name === commandName).length);
          // The SDK tries again after the one, and not after the other.
          if (wrong === 'refused') throw Object.assign(new Error('no'), { name: 'ValidationException' });
          const answer = await next(args);
          if (wrong === 'lostAnswer') throw Object.assign(new Error('late'), { name: 'TimeoutError' });
          return answer;
        },
      { step: 'deserialize', priority: 'high' },
    );
    clients.push(client);
    return { store: new DynamoDbCallContextStore(DynamoDBDocumentClient.from(client), { tableName }), sent };
  };
  const written = async (changes: Partial<CallContext> = {}): Promise<CallContext> => {
    const context = callContextOf({ id: ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt }), ...changes });
    await new DynamoDbCallContextStore(dynalite.client, { tableName }).put(context);
    return context;
  };
  const itemOf = async ({ id }: CallContext): Promise<Record<string, unknown> | undefined> =>
    (await dynalite.client.send(new GetCommand({ TableName: tableName, Key: { id } }))).Item;

  it('an order is the first one, though its answer was lost and it was sent again', async () => {
    const { store, sent } = faultyStore((name, count) =>
      name === 'UpdateItemCommand' && count === 1 ? 'lostAnswer' : undefined,
    );
    const context = await written();

    const results = [await store.order(context.id, order), await store.order(context.id, order)];

    expect(results.map(({ kind }) => kind)).toEqual(['ordered', 'orderedBefore']);
    expect(sent).toEqual(['UpdateItemCommand', 'UpdateItemCommand', 'UpdateItemCommand', 'GetItemCommand']);
  });

  it('an order is one request, and remembered with its time', async () => {
    const { store, sent } = faultyStore(() => undefined);
    const context = await written();

    await store.order(context.id, { requestId: 'request-7', now: epochMs(contextCreatedAt + 5) });

    expect(sent).toEqual(['UpdateItemCommand']);
    expect(await itemOf(context)).toMatchObject({ orderedBy: 'request-7', orderedAt: contextCreatedAt + 5 });
  });

  it('an order of what is no call context says so, without quoting it', async () => {
    const { store } = faultyStore(() => undefined);
    const context = await written();
    await dynalite.client.send(
      new PutCommand({ TableName: tableName, Item: { ...context, phoneNumber: '206-555-0100' } }),
    );

    const ordering = store.order(context.id, order);

    await expect(ordering).rejects.toMatchObject({ code: 'record-corrupt' });
    await expect(ordering).rejects.not.toMatchObject({ message: expect.stringContaining('206-555-0100') });
  });

  it('forgetting goes through all pages, ten at a time', async () => {
    const owner = 'pages';
    await Promise.all(Array.from({ length: 23 }, () => written({ owner })));
    let underWay = 0;
    let most = 0;
    const { store, sent } = faultyStore((name) => {
      underWay = name === 'QueryCommand' ? 0 : underWay + 1;
      most = Math.max(most, underWay);
      return undefined;
    });

    expect(await store.forgetAllOf(owner)).toBe(23);

    expect(sent.filter((name) => name === 'QueryCommand')).toHaveLength(3);
    expect(most).toBe(10);
  });

  it('forgetting that failed for one has forgotten the others, and finds that one the next time', async () => {
    const owner = 'stubborn';
    await Promise.all(Array.from({ length: 5 }, () => written({ owner })));
    const { store } = faultyStore((name, count) =>
      name === 'DeleteItemCommand' && count === 2 ? 'refused' : undefined,
    );

    await expect(store.forgetAllOf(owner)).rejects.toMatchObject({ code: 'store-unavailable' });

    expect(await store.forgetAllOf(owner)).toBe(1);
  });
});
