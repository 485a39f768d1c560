import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDbDraftStore } from '../../shared/adapters/dynamodb/dynamodb-draft-store.ts';
import { MemoryDraftStore } from '../../shared/adapters/memory/memory-draft-store.ts';
import { consoleTable } from '../../shared/contracts/tables.ts';
import { idsFake } from '../support/ids-fake.ts';
import { startDynalite, type Dynalite } from '../support/dynalite.ts';
import { began, describeDraftStore, etagOf, savingOf } from './draft-store.contract.ts';
import { noise } from './routing-table-store.fixture.ts';

const clock = { now: () => began };
let dynalite: Dynalite;
let tables = 0;

beforeAll(async () => {
  dynalite = await startDynalite();
});

afterAll(() => dynalite.stop());

async function newTable(): Promise<string> {
  const tableName = `drafts-${(tables += 1)}`;
  await dynalite.createTable(tableName, consoleTable);
  return tableName;
}

describeDraftStore('MemoryDraftStore', (clock) => new MemoryDraftStore({ clock, ids: idsFake() }));
describeDraftStore(
  'DynamoDbDraftStore',
  async (clock) => new DynamoDbDraftStore(dynalite.client, { tableName: await newTable(), clock }),
);

describe('drafts in DynamoDB', () => {
  let tableName: string;
  let store: DynamoDbDraftStore;
  beforeEach(async () => {
    tableName = await newTable();
    store = new DynamoDbDraftStore(dynalite.client, { tableName, clock });
  });

  async function items(): Promise<readonly Record<string, unknown>[]> {
    return (await dynalite.client.send(new ScanCommand({ TableName: tableName }))).Items ?? [];
  }
  const large = (seed: string): ReturnType<typeof savingOf> => savingOf(`${seed}${noise(1_200_000)}`);

  it('leave nothing of the content that was saved before', async () => {
    const first = etagOf(await store.save('bank', large('a'), undefined));
    const before = (await items()).length;

    const second = etagOf(await store.save('bank', large('b'), first));

    const entries = (await items()).map(({ entry }) => String(entry));
    expect(entries).toHaveLength(before);
    expect(entries.filter((entry) => entry.startsWith(first))).toEqual([]);
    expect(entries.filter((entry) => entry.startsWith(second)).length).toBeGreaterThan(1);
  });

  it('leave nothing of the content of who was too late', async () => {
    await Promise.all([store.save('bank', large('a'), undefined), store.save('bank', large('b'), undefined)]);
    const winner = (await store.head('bank'))?.etag ?? '';

    const chunks = (await items()).filter(({ octets }) => octets !== undefined);

    expect(chunks.every(({ entry }) => String(entry).startsWith(winner))).toBe(true);
  });

  it('are swept with all that belongs to them, the content after its head', async () => {
    await store.save('bank', savingOf('a'), undefined);

    const kept = (await items()).map(({ entry, timeToLive }) => [String(entry).replace(/^.*#/, '#'), timeToLive]);

    const over = Date.parse('2026-12-18T15:00:00Z') / 1000;
    expect(Object.fromEntries(kept)).toEqual({ head: over, bank: over, '#0001': over + 24 * 60 * 60 });
  });

  it('are never given torn: a part that is missing is an error', async () => {
    const etag = etagOf(await store.save('bank', large('a'), undefined));
    await dynalite.client.send(
      new DeleteCommand({ TableName: tableName, Key: { topic: 'draft#bank', entry: `${etag}#0002` } }),
    );

    await expect(store.get('bank')).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  it('are read whole by whoever reads while others save', async () => {
    let etag = etagOf(await store.save('bank', large('0'), undefined));
    const save = async (): Promise<void> => {
      for (const number of [1, 2, 3]) etag = etagOf(await store.save('bank', large(String(number)), etag));
    };

    const [, ...read] = await Promise.all([save(), store.get('bank'), store.get('bank')]);

    for (const draft of read) expect(draft?.source.table.text).toHaveLength(1_200_001);
  });

  it('that are too large leave no trace', async () => {
    // Written in the way of JSON, this is more than may be opened again.
    const source = { table: { name: 'bank.yaml', text: '\u0001'.repeat(23 * 1024 * 1024) } };

    await expect(store.save('bank', { ...savingOf(''), source }, undefined)).rejects.toMatchObject({
      code: 'table-too-large',
    });
    expect(await items()).toEqual([]);
  });
});
