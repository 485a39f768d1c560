import { createTables } from '../../infra/local/dynamodb/create-tables.ts';
import { DynamoDbCallRecordStore } from '../../shared/adapters/dynamodb/dynamodb-call-record-store.ts';
import { MemoryCallRecordStore } from '../../shared/adapters/memory/memory-call-record-store.ts';
import { callRecordsTable } from '../../shared/contracts/tables.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import { callBeganAt } from '../support/call-record-builder.ts';
import { startDynalite, type Dynalite } from '../support/dynalite.ts';
import { describeCallRecordStore, describeCallsByTime } from './call-record-store.contract.ts';

const log = createLogger({ clock: { now: () => callBeganAt }, write: () => undefined });
let dynalite: Dynalite;
let tables = 0;

beforeAll(async () => {
  dynalite = await startDynalite();
  await newTable('call-records');
});

afterAll(() => dynalite.stop());

async function newTable(tableName: string): Promise<DynamoDbCallRecordStore> {
  await createTables(dynalite.endpoint, 'us-east-1', [{ ...callRecordsTable, tableName }]);
  return new DynamoDbCallRecordStore(dynalite.client, { tableName, log });
}

describeCallRecordStore('MemoryCallRecordStore', () => new MemoryCallRecordStore());
describeCallsByTime('MemoryCallRecordStore', () => new MemoryCallRecordStore());
describeCallRecordStore(
  'DynamoDbCallRecordStore',
  () => new DynamoDbCallRecordStore(dynalite.client, { tableName: 'call-records', log }),
);
describeCallsByTime('DynamoDbCallRecordStore', () => newTable(`call-records-${(tables += 1)}`));
