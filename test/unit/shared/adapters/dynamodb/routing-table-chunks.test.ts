import { randomBytes } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand, ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbRoutingTableStore } from '../../../../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { routingTablesTable } from '../../../../../shared/contracts/tables.ts';
import type { RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { manyBranches, noise, plain, publication, source } from '../../../../contract/routing-table-store.fixture.ts';
import { startDynalite, type Dynalite } from '../../../../support/dynalite.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';

interface Item {
  readonly name: string;
  readonly version: number;
  readonly octets: Uint8Array;
}

describe('a routing table that is too large for one item', () => {
  let dynalite: Dynalite;
  let tableName: string;
  let store: DynamoDbRoutingTableStore;
  let count = 0;
  const large: RoutingTable = routingTableOf({ branches: manyBranches(20_000) });
  const small = routingTableOf();

  beforeAll(async () => {
    dynalite = await startDynalite();
  });

  beforeEach(async () => {
    tableName = `routing-tables-${(count += 1)}`;
    await dynalite.createTable(tableName, routingTablesTable);
    store = new DynamoDbRoutingTableStore(dynalite.client, { tableName });
  });

  afterAll(() => dynalite.stop());

  /** In the order in which they follow each other. */
  async function chunks(): Promise<Item[]> {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await dynalite.client.send(
        new ScanCommand({ TableName: tableName, ...(start && { ExclusiveStartKey: start }) }),
      );
      items.push(...(page.Items as Item[]).filter(({ name }) => /#[0-9a-f]{64}$/.test(name)));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return items.sort((a, b) => a.version - b.version);
  }

  it('is kept in several items, none near the 400 kB that DynamoDB takes, in a partition of their own', async () => {
    await store.publish(large, source, publication(0));

    const stored = await chunks();

    expect(stored.map(({ version }) => version)).toEqual([1, 2]);
    expect(new Set(stored.map(({ name }) => name)).size).toBe(1);
    expect(stored[0]?.name).toMatch(/^example-bank#/);
    for (const { octets } of stored) expect(octets.length).toBeLessThanOrEqual(380 * 1024);
  });

  it('is not divided when it is small, however large its source', async () => {
    await store.publish(small, { ...source, branches: { name: 'b.csv', text: noise(300_000) } }, publication(0));

    const { Item } = await dynalite.client.send(
      new GetCommand({ TableName: tableName, Key: { name: 'example-bank', version: 1 } }),
    );

    expect(Item?.['runtime']).toBeInstanceOf(Uint8Array);
    expect(Item?.['source']).toEqual({ sha256: expect.any(String), bytes: expect.any(Number) });
    expect(await chunks()).toHaveLength(1);
  });

  it.each([
    {
      case: 'a chunk was changed',
      change: (octets: Uint8Array) => octets.map((octet, at) => (at === 9 ? ~octet : octet)),
    },
    { case: 'a chunk was cut', change: (octets: Uint8Array) => octets.subarray(1) },
    { case: 'a chunk was emptied', change: () => undefined },
  ])('is reported as corrupt when $case', async ({ change }) => {
    await store.publish(large, source, publication(0));
    const [first] = await chunks();
    await dynalite.client.send(
      new PutCommand({ TableName: tableName, Item: { ...first, octets: change(first!.octets) } }),
    );

    const loading = store.load('example-bank', 1);

    await expect(loading).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  it('is reported as corrupt when a chunk was changed where decompression would not notice', async () => {
    const files = { ...source, branches: { name: 'branches.csv', text: noise(300_000) } };
    await store.publish(small, files, publication(0));
    const [first] = await chunks();
    // RFC 1952: the octet that says on what system the file was compressed.
    const octets = first!.octets.map((octet, at) => (at === 9 ? octet ^ 1 : octet));
    await dynalite.client.send(new PutCommand({ TableName: tableName, Item: { ...first, octets } }));

    const loading = store.source('example-bank', 1);

    await expect(loading).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  it('is reported as corrupt when a chunk is missing, and not put in force again', async () => {
    await store.publish(large, source, publication(0));
    await store.publish(small, source, publication(1));
    await withoutChunks();

    const loading = store.load('example-bank', 1);
    const goingBack = store.rollback('example-bank', 1, publication(2));

    await expect(loading).rejects.toMatchObject({
      code: 'record-corrupt',
      message: expect.stringMatching(/part \d of 2/),
    });
    await expect(goingBack).rejects.toMatchObject({ code: 'record-corrupt' });
    expect(await store.currentVersion('example-bank')).toBe(2);
  });

  /** As if somebody had deleted them. */
  async function withoutChunks(): Promise<void> {
    for (const { name, version } of await chunks())
      await dynalite.client.send(new DeleteCommand({ TableName: tableName, Key: { name, version } }));
  }

  it('is healed when it is published again', async () => {
    await store.publish(large, source, publication(0));
    await withoutChunks();

    await store.publish(large, source, publication(1));

    expect((await store.load('example-bank', 1))?.table.branches.size).toBe(20_000);
  });

  it('shares its chunks with the version that goes back to it', async () => {
    await store.publish(large, source, publication(0));
    await store.publish(small, source, publication(1));
    const keys = async (): Promise<string[]> => (await chunks()).map(({ name, version }) => `${name} ${version}`);
    const before = await keys();

    await store.rollback('example-bank', 1, publication(2));

    expect(await keys()).toEqual(before);
    expect((await store.load('example-bank', 3))?.table.branches.size).toBe(20_000);
  });

  it('leaves nothing but unused chunks when its publication breaks off among them', async () => {
    await store.publish(small, source, publication(0));
    let writes = 0;
    const client = {
      async send(command: PutCommand): Promise<unknown> {
        if (command instanceof PutCommand && (writes += 1) === 2) throw new Error('connection lost');
        return dynalite.client.send(command);
      },
    };
    const broken = new DynamoDbRoutingTableStore(client as DynamoDBDocumentClient, { tableName });

    await expect(broken.publish(large, source, publication(1))).rejects.toMatchObject({ code: 'store-unavailable' });

    expect(await chunks()).toHaveLength(1);
    expect(await store.load('example-bank', 2)).toBeUndefined();
    expect(await store.names()).toEqual(['example-bank']);
    expect((await store.history('example-bank')).map(({ version }) => version)).toEqual([1]);
    expect(plain(await store.load('example-bank', 1))).toEqual({ version: 1, table: plain(small) });
    expect(await store.publish(large, source, publication(1))).toEqual({ kind: 'published', version: 2 });
  });

  it.each([
    { case: '32 MB of files when compressed', most: '32 MB', text: () => randomBytes(35_000_000).toString('base64') },
    { case: '128 MB of files before', most: '128 MB', text: () => 'a'.repeat(135_000_000) },
  ])(
    'is refused beyond $case, and leaves no trace',
    async ({ text, most }) => {
      const files = { ...source, branches: { name: 'branches.csv', text: text() } };

      const publishing = store.publish(small, files, publication(0));

      await expect(publishing).rejects.toMatchObject({
        code: 'table-too-large',
        message: expect.stringContaining(`; ${most} is the most`),
      });
      expect((await dynalite.client.send(new ScanCommand({ TableName: tableName }))).Items).toEqual([]);
    },
    // Compressing so much takes a second or two.
    20_000,
  );
});
