import { DynamoDbCallContextStore } from '../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { MemoryCallContextStore } from '../../shared/adapters/memory/memory-call-context-store.ts';
import { originRegionCallContexts } from '../../shared/adapters/dynamodb/origin-region-call-contexts.ts';
import { callContextsTable } from '../../shared/contracts/tables.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import { startDynalite, type Dynalite } from '../support/dynalite.ts';
import { describeCallContextStore } from './call-context-store.contract.ts';
import { describeCallsOfContext } from './calls-of-context.contract.ts';
import { describeOrderedCallContexts } from './ordered-call-contexts.contract.ts';
import { describeRecentCallContexts } from './recent-call-contexts.contract.ts';

let dynalite: Dynalite;
/** Ids of tests count: each suite has a table of its own. */
const tables = {
  all: 'call-contexts',
  elsewhere: 'call-contexts-elsewhere',
  recent: 'recent-call-contexts',
  ordered: 'ordered-call-contexts',
  calls: 'calls-of-contexts',
};

beforeAll(async () => {
  dynalite = await startDynalite();
  for (const tableName of Object.values(tables)) await dynalite.createTable(tableName, callContextsTable);
});

afterAll(() => dynalite.stop());

const inDynamoDb = (tableName: string): CallContextStore =>
  new DynamoDbCallContextStore(dynalite.client, { tableName });
/** Ids of tests are issued in us-east-1: the store here has nothing, and what is put there is found all the same. */
const inAnotherRegion = (): CallContextStore => {
  const there = inDynamoDb(tables.elsewhere);
  const here = originRegionCallContexts({
    local: new MemoryCallContextStore(),
    region: 'us-west-2',
    regions: ['us-east-1'],
    open: () => there,
  });
  return { ...here, put: (context) => there.put(context) };
};

describeCallContextStore('MemoryCallContextStore', () => new MemoryCallContextStore());
describeCallContextStore('DynamoDbCallContextStore', () => inDynamoDb(tables.all));
describeCallContextStore('originRegionCallContexts', inAnotherRegion);
describeRecentCallContexts('MemoryCallContextStore', () => new MemoryCallContextStore());
describeRecentCallContexts('DynamoDbCallContextStore', () => inDynamoDb(tables.recent));
describeOrderedCallContexts('MemoryCallContextStore', () => new MemoryCallContextStore());
describeOrderedCallContexts('DynamoDbCallContextStore', () => inDynamoDb(tables.ordered));
describeOrderedCallContexts('originRegionCallContexts', inAnotherRegion);
describeCallsOfContext('MemoryCallContextStore', () => new MemoryCallContextStore());
describeCallsOfContext('DynamoDbCallContextStore', () => inDynamoDb(tables.calls));
describeCallsOfContext('originRegionCallContexts', inAnotherRegion);
