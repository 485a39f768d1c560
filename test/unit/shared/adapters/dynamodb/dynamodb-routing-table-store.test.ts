import { randomBytes } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbRoutingTableStore } from '../../../../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { routingTablesTable } from '../../../../../shared/contracts/tables.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import type { Publication } from '../../../../../shared/ports/routing-table-store.ts';
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

  const publication = (basedOn: number): Publication => ({
    basedOn,
    by: 'ops',
    because: 'new hours',
    at: epochMs(1_800_000_000_000),
  });
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
    return new DynamoDbRoutingTableStore(client as unknown as DynamoDBDocumentClient, { tableName });
  }

  it('keeps who published, why, when and from what', async () => {
    await store.publish(table, publication(0));

    const { Item } = await dynalite.client.send(
      new GetCommand({ TableName: tableName, Key: { name: 'example-bank', version: 1 } }),
    );

    expect(Item).toMatchObject({
      basedOn: 0,
      publishedBy: 'ops',
      publishedBecause: 'new hours',
      publishedAt: 1_800_000_000_000,
    });
  });

  it.each([
    { case: 'the version is written', write: 1, moment: 'before' },
    { case: 'the version is written, unseen', write: 1, moment: 'after' },
    { case: 'the pointer moves', write: 2, moment: 'before' },
  ] as const)(
    'leaves the current version in force when a publication breaks off as $case, and takes the next try',
    async ({ write, moment }) => {
      await store.publish(table, publication(0));

      const broken = storeFailingAtWrite(write, moment).publish(edited, publication(1));
      await expect(broken).rejects.toMatchObject({ code: 'store-unavailable' });
      const meanwhile = await store.currentVersion('example-bank');
      const again = await store.publish(edited, publication(1));

      expect(meanwhile).toBe(1);
      const current = await store.currentVersion('example-bank');
      expect(again).toEqual({ kind: 'published', version: current });
      expect(await store.load('example-bank', current)).toEqual({ version: current, table: edited });
      expect(await store.load('example-bank', 1)).toEqual({ version: 1, table });
    },
  );

  it('takes a first publication again that broke off before the pointer was there', async () => {
    await expect(storeFailingAtWrite(2, 'before').publish(table, publication(0))).rejects.toMatchObject({
      code: 'store-unavailable',
    });

    const again = await store.publish(edited, publication(0));

    expect(again).toEqual({ kind: 'published', version: 2 });
    expect(await store.load('example-bank', 2)).toEqual({ version: 2, table: edited });
  });

  it('says that it has published when the pointer moved but the answer was lost and the SDK asked again', async () => {
    await store.publish(table, publication(0));
    let pointerWrites = 0;
    const client = {
      async send(command: PutCommand): Promise<unknown> {
        const movesPointer = command instanceof PutCommand && command.input.Item?.['version'] === 0;
        if (movesPointer && (pointerWrites += 1) === 1) await dynalite.client.send(new PutCommand(command.input));
        return dynalite.client.send(command);
      },
    };

    const result = await new DynamoDbRoutingTableStore(client as unknown as DynamoDBDocumentClient, {
      tableName,
    }).publish(edited, publication(1));

    expect(result).toEqual({ kind: 'published', version: 2 });
  });

  it('stores a table of a thousand branches in one item', async () => {
    const large = routingTableOf({
      branches: Array.from({ length: 1000 }, (_, index) =>
        branchOf({ id: `branch-${index}`, coordinates: { latitude: index / 100, longitude: index / 10 - 120 } }),
      ),
    });

    const result = await store.publish(large, publication(0));

    expect(result).toEqual({ kind: 'published', version: 1 });
    expect(await store.load('example-bank', 1)).toEqual({ version: 1, table: large });
  });

  it('refuses a table that does not fit into one item, and leaves no trace of it', async () => {
    const noise = Array.from({ length: 8000 }, (_, index) =>
      branchOf({ id: `branch-${index}`, name: randomBytes(60).toString('base64') }),
    );

    const publishing = store.publish(routingTableOf({ branches: noise }), publication(0));

    await expect(publishing).rejects.toMatchObject({
      code: 'table-too-large',
      message: expect.stringContaining('409600'),
    });
    expect(await store.load('example-bank', 1)).toBeUndefined();
  });

  it.each([
    { case: 'not compressed', item: { table: Buffer.from('{}') } },
    { case: 'missing', item: {} },
    { case: 'not binary', item: { table: 'text' } },
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
