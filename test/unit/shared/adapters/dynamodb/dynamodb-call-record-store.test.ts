import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { createTables } from '../../../../../infra/local/dynamodb/create-tables.ts';
import { DynamoDbCallRecordStore } from '../../../../../shared/adapters/dynamodb/dynamodb-call-record-store.ts';
import { callRecordsTable } from '../../../../../shared/contracts/tables.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { createLogger } from '../../../../../shared/observability/logger.ts';
import { callBeganAt, callRecordOf } from '../../../../support/call-record-builder.ts';
import { startDynalite, type Dynalite } from '../../../../support/dynalite.ts';

const tableName = 'call-records';
const ninetyDays = 90 * 24 * 60 * 60;

describe('call records in DynamoDB', () => {
  let dynalite: Dynalite;
  let store: DynamoDbCallRecordStore;
  let lines: string[];

  beforeAll(async () => {
    dynalite = await startDynalite();
    await createTables(dynalite.endpoint, 'us-east-1', [{ ...callRecordsTable, tableName }]);
  });

  beforeEach(() => {
    lines = [];
    const log = createLogger({ clock: { now: () => callBeganAt }, write: (line) => void lines.push(line) });
    store = new DynamoDbCallRecordStore(dynalite.client, { tableName, log });
  });

  afterAll(() => dynalite.stop());

  async function itemOf(transactionId: string, sequence: number): Promise<Record<string, unknown> | undefined> {
    const get = new GetCommand({ TableName: tableName, Key: { transactionId, sequence } });
    return (await dynalite.client.send(get)).Item;
  }

  it('are all to be swept ninety days after the call began, and only the first one has the day', async () => {
    const transactionId = 'swept';
    const later = callRecordOf({ transactionId, sequence: 2, at: epochMs(callBeganAt + 3_600_000) });

    await store.put([callRecordOf({ transactionId }), later], { transactionId, deliveries: [] });

    const [receipt, first, second] = await Promise.all([-1, 1, 2].map((sequence) => itemOf(transactionId, sequence)));
    const timeToLive = Math.floor(callBeganAt / 1000) + ninetyDays;
    expect([receipt, first, second].map((item) => item?.['timeToLive'])).toEqual([timeToLive, timeToLive, timeToLive]);
    expect([receipt, first, second].map((item) => item?.['day'])).toEqual([undefined, '2026-11-18', undefined]);
  });

  it('have the day of an outbound call’s beginning, too', async () => {
    await store.put([callRecordOf({ transactionId: 'outbound', event: 'NEW_OUTBOUND_CALL' })]);

    expect(await itemOf('outbound', 1)).toMatchObject({ day: '2026-11-18' });
  });

  it('are shown without one that cannot be read, and the log says which call it is of, and nothing that is in it', async () => {
    const good = callRecordOf({ transactionId: 'half-broken' });
    await store.put([good]);
    const Item = { transactionId: 'half-broken', sequence: 2, at: 'Ana Maria', event: 7 };
    await dynalite.client.send(new PutCommand({ TableName: tableName, Item }));

    const found = await store.ofCall('half-broken');

    expect(found).toEqual({ records: [good] });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('record-corrupt');
    expect(lines[0]).toContain('"transactionId":"half-broken"');
    expect(lines[0]).not.toContain('Ana');
  });

  it('are not found when none of them can be read', async () => {
    await dynalite.client.send(
      new PutCommand({ TableName: tableName, Item: { transactionId: 'broken', sequence: 1 } }),
    );

    expect(await store.ofCall('broken')).toBeUndefined();
  });

  it.each([
    { case: 'written', ask: (to: DynamoDbCallRecordStore) => to.put([callRecordOf()]) },
    { case: 'read', ask: (to: DynamoDbCallRecordStore) => to.ofCall('any') },
    {
      case: 'listed',
      ask: (to: DynamoDbCallRecordStore) =>
        to.between({ from: callBeganAt, to: epochMs(callBeganAt + 1000), limit: 1 }),
    },
  ])('cannot be $case while there is no such table, and the error says so', async ({ ask }) => {
    const log = createLogger({ clock: { now: () => callBeganAt }, write: () => undefined });
    const lost = new DynamoDbCallRecordStore(dynalite.client, { tableName: 'no-such-table', log });

    await expect(ask(lost)).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('are given up at once by whoever has no time left', async () => {
    const records = Array.from({ length: 15 }, (_, index) =>
      callRecordOf({ transactionId: 'hurried', sequence: index + 1 }),
    );

    const put = store.put(records, undefined, { signal: AbortSignal.abort() });

    await expect(put).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await store.ofCall('hurried')).toBeUndefined();
  });
});
