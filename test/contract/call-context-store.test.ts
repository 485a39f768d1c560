import { DynamoDbCallContextStore } from '../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { MemoryCallContextStore } from '../../shared/adapters/memory/memory-call-context-store.ts';
import { callContextsTable } from '../../shared/contracts/tables.ts';
import { startDynalite, type Dynalite } from '../support/dynalite.ts';
import { describeCallContextStore } from './call-context-store.contract.ts';

let dynalite: Dynalite;
const tableName = 'call-contexts';

beforeAll(async () => {
  dynalite = await startDynalite();
  await dynalite.createTable(tableName, callContextsTable);
});

afterAll(() => dynalite.stop());

describeCallContextStore('MemoryCallContextStore', () => new MemoryCallContextStore());
describeCallContextStore(
  'DynamoDbCallContextStore',
  () => new DynamoDbCallContextStore(dynalite.client, { tableName }),
);
