import { DynamoDbRoutingTableStore } from '../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { MemoryRoutingTableStore } from '../../shared/adapters/memory/memory-routing-table-store.ts';
import { routingTablesTable } from '../../shared/contracts/tables.ts';
import { startDynalite, type Dynalite } from '../support/dynalite.ts';
import { describeRoutingTableStore } from './routing-table-store.contract.ts';

let dynalite: Dynalite;
let tables = 0;

beforeAll(async () => {
  dynalite = await startDynalite();
});

afterAll(() => dynalite.stop());

describeRoutingTableStore('MemoryRoutingTableStore', () => new MemoryRoutingTableStore());
describeRoutingTableStore('DynamoDbRoutingTableStore', async () => {
  const tableName = `routing-tables-${(tables += 1)}`;
  await dynalite.createTable(tableName, routingTablesTable);
  return new DynamoDbRoutingTableStore(dynalite.client, { tableName });
});
