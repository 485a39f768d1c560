import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbRoutingTableStore } from '../../../../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { routingTablesTable } from '../../../../../shared/contracts/tables.ts';
import { noise, plain, publication, source } from '../../../../contract/routing-table-store.fixture.ts';
import { startDynalite, type Dynalite } from '../../../../support/dynalite.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';

describe('routing tables in DynamoDB', () => {
  let dynalite: Dynalite;
  let tableName: string;
  let store: DynamoDbRoutingTableStore;
  let count = 0;

  beforeAll(async () => {
    dynalite = await startDynalite();
  });

  beforeEach(async () => {
    tableName = `routing-tables-${(count += 1)}`;
    await dynalite.createTable(tableName, routingTablesTable);
    store = new DynamoDbRoutingTableStore(dynalite.client, { tableName });
  });

  afterAll(() => dynalite.stop());

  const table = routingTableOf();
  const edited = routingTableOf({ branches: [branchOf({ id: 'downtown' })] });

  /** A store whose connection fails at its nth write, before or after DynamoDB has carried it out. */
  function storeFailingAtWrite(number: number, moment: 'before' | 'after'): DynamoDbRoutingTableStore {
    let writes = 0;
    const client = {
      async send(command: PutCommand): Promise<unknown> {
        const fails = command instanceof PutCommand && (writes += 1) === number;
        if (fails && moment === 'before') throw new Error('connection lost');
        const answer: unknown = await dynalite.client.send(command);
        if (fails) throw new Error('connection lost');
        return answer;
      },
    };
    return storeOver(client);
  }

  function storeOver(client: object): DynamoDbRoutingTableStore {
    return new DynamoDbRoutingTableStore(client as DynamoDBDocumentClient, { tableName });
  }

  it('keeps who published, why, when and from what', async () => {
    await store.publish(table, source, publication(0));

    const { Item } = await dynalite.client.send(
      new GetCommand({ TableName: tableName, Key: { name: 'example-bank', version: 1 } }),
    );

    expect(Item).toMatchObject({
      basedOn: 0,
      publishedBy: 'ops@example',
      publishedBecause: 'holiday hours',
      publishedAt: Date.parse('2026-11-18T15:00:00Z'),
    });
  });

  it.each([
    { case: 'the version is written', write: 1, moment: 'before' },
    { case: 'the version is written, unseen', write: 1, moment: 'after' },
    { case: 'the pointer moves', write: 2, moment: 'before' },
  ] as const)(
    'leaves the current version in force when a publication breaks off as $case, and takes the next try',
    async ({ write, moment }) => {
      await store.publish(table, source, publication(0));

      const broken = storeFailingAtWrite(write, moment).publish(edited, source, publication(1));
      await expect(broken).rejects.toMatchObject({ code: 'store-unavailable' });
      const meanwhile = await store.currentVersion('example-bank');
      const again = await store.publish(edited, source, publication(1));

      expect(meanwhile).toBe(1);
      const current = await store.currentVersion('example-bank');
      expect(again).toEqual({ kind: 'published', version: current });
      expect(plain(await store.load('example-bank', current))).toEqual({ version: current, table: plain(edited) });
      expect(plain(await store.load('example-bank', 1))).toEqual({ version: 1, table: plain(table) });
    },
  );

  it('takes a first publication again that broke off before the pointer was there', async () => {
    await expect(storeFailingAtWrite(2, 'before').publish(table, source, publication(0))).rejects.toMatchObject({
      code: 'store-unavailable',
    });

    const again = await store.publish(edited, source, publication(0));

    expect(again).toEqual({ kind: 'published', version: 2 });
    expect(plain(await store.load('example-bank', 2))).toEqual({ version: 2, table: plain(edited) });
  });

  it('says that it has published when the pointer moved but the answer was lost and the SDK asked again', async () => {
    await store.publish(table, source, publication(0));
    let pointerWrites = 0;
    const client = {
      async send(command: PutCommand): Promise<unknown> {
        const movesPointer = command instanceof PutCommand && command.input.Item?.['version'] === 0;
        if (movesPointer && (pointerWrites += 1) === 1) await dynalite.client.send(new PutCommand(command.input));
        return dynalite.client.send(command);
      },
    };

    const result = await storeOver(client).publish(edited, source, publication(1));

    expect(result).toEqual({ kind: 'published', version: 2 });
  });

  it('knows of its own publication when the answer was lost and somebody published on top of it', async () => {
    await store.publish(table, source, publication(0));
    let moved = false;
    const client = {
      async send(command: PutCommand): Promise<unknown> {
        if (command instanceof PutCommand && command.input.Item?.['version'] === 0 && !moved) {
          moved = true;
          await dynalite.client.send(new PutCommand(command.input));
          await store.publish(table, source, publication(2));
        }
        return dynalite.client.send(command);
      },
    };

    const result = await storeOver(client).publish(edited, source, publication(1));

    expect(result).toEqual({ kind: 'published', version: 2 });
    expect(await store.currentVersion('example-bank')).toBe(3);
  });

  it('writes no version any more when somebody else took its number and the pointer', async () => {
    await store.publish(table, source, publication(0));
    let overtaken = false;
    const client = {
      async send(command: PutCommand): Promise<unknown> {
        if (command instanceof PutCommand && !overtaken) {
          overtaken = true;
          await store.publish(table, source, publication(1));
        }
        return dynalite.client.send(command);
      },
    };

    const result = await storeOver(client).publish(edited, source, publication(1));

    expect(result).toEqual({ kind: 'conflict', current: 2 });
    expect(await store.load('example-bank', 3)).toBeUndefined();
  });

  it('has a history that is longer than one answer of DynamoDB, which is 1 MB', async () => {
    const files = { ...source, branches: { name: 'branches.csv', text: noise(150_000) } };
    for (let basedOn = 0; basedOn < 10; basedOn += 1) await store.publish(table, files, publication(basedOn));

    const history = await store.history('example-bank');

    expect(history.map(({ version }) => version)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('counts a version that was written and never pointed to as unknown', async () => {
    await store.publish(table, source, publication(0));
    await expect(storeFailingAtWrite(2, 'before').publish(edited, source, publication(1))).rejects.toThrow();
    await store.publish(edited, source, publication(1));

    const history = await store.history('example-bank');
    const result = await store.rollback('example-bank', 2, publication(3));

    expect(history.map(({ version }) => version)).toEqual([3, 1]);
    expect(result).toEqual({ kind: 'unknownVersion' });
    expect(await store.rollback('example-bank', 1, publication(3))).toEqual({ kind: 'published', version: 4 });
  });

  it('lists no table whose first publication broke off', async () => {
    await expect(storeFailingAtWrite(2, 'before').publish(table, source, publication(0))).rejects.toThrow();

    const names = await store.names();

    expect(names).toEqual([]);
  });

  it('rejects as soon as it is told to give up', async () => {
    await store.publish(table, source, publication(0));
    const signal = AbortSignal.abort();

    const asking = [
      store.currentVersion('example-bank', { signal }),
      store.load('example-bank', 1, { signal }),
      store.history('example-bank', 1, { signal }),
    ];

    for (const each of asking) await expect(each).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it.each([
    { case: 'something else', item: { runtime: Buffer.from('{}') } },
    { case: 'missing', item: {} },
    { case: 'not binary', item: { runtime: 'text' } },
  ])('reports a stored table as corrupt that is $case', async ({ item }) => {
    await dynalite.client.send(
      new PutCommand({ TableName: tableName, Item: { name: 'example-bank', version: 1, ...item } }),
    );

    const loading = store.load('example-bank', 1);

    await expect(loading).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  it('reports a pointer as corrupt that names no version', async () => {
    await dynalite.client.send(new PutCommand({ TableName: tableName, Item: { name: 'example-bank', version: 0 } }));

    const asking = store.currentVersion('example-bank');

    await expect(asking).rejects.toMatchObject({ code: 'record-corrupt' });
  });
});
