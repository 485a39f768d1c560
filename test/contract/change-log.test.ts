import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDbChangeLog } from '../../shared/adapters/dynamodb/dynamodb-change-log.ts';
import { MemoryChangeLog } from '../../shared/adapters/memory/memory-change-log.ts';
import { consoleTable } from '../../shared/contracts/tables.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import { startDynalite, type Dynalite } from '../support/dynalite.ts';
import { changeOf, describeChangeLog } from './change-log.contract.ts';

let dynalite: Dynalite;
let tables = 0;

beforeAll(async () => {
  dynalite = await startDynalite();
});

afterAll(() => dynalite.stop());

async function newTable(): Promise<string> {
  const tableName = `changes-${(tables += 1)}`;
  await dynalite.createTable(tableName, consoleTable);
  return tableName;
}

describeChangeLog('MemoryChangeLog', () => new MemoryChangeLog());
describeChangeLog(
  'DynamoDbChangeLog',
  async () => new DynamoDbChangeLog(dynalite.client, { tableName: await newTable() }),
);

describe('changes in DynamoDB', () => {
  it('are kept 400 days', async () => {
    const tableName = await newTable();
    await new DynamoDbChangeLog(dynalite.client, { tableName }).add(changeOf(0));

    const { Items } = await dynalite.client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'topic = :topic',
        ExpressionAttributeValues: { ':topic': 'changes' },
      }),
    );

    expect(Items?.map(({ timeToLive }) => timeToLive)).toEqual([Date.parse('2027-12-23T15:00:00Z') / 1000]);
  });

  it('that cannot be read are logged, and the others listed, on all pages', async () => {
    const tableName = await newTable();
    const lines: string[] = [];
    const log = new DynamoDbChangeLog(dynalite.client, {
      tableName,
      log: createLogger({ clock: { now: () => changeOf(0).at }, write: (line) => lines.push(line) }),
    });
    for (const minutes of [1, 3]) await log.add(changeOf(minutes));
    const entry = `${String(changeOf(2).at).padStart(15, '0')}#00000000`;
    await dynalite.client.send(
      new PutCommand({ TableName: tableName, Item: { topic: 'changes', entry, kind: 'unknown' } }),
    );

    const first = await log.latest({ limit: 2 });
    const second = await log.latest({ limit: 2, cursor: first!.cursor! });

    expect([first?.changes, second?.changes]).toEqual([[changeOf(3)], [changeOf(1)]]);
    expect(lines).toEqual([expect.stringContaining('"change-not-read"')]);
  });
});
