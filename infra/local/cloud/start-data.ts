import {
  callContextsTable,
  callRecordsTable,
  consoleTable,
  routingTablesTable,
} from '../../../shared/contracts/tables.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { startDynamoDb, type LocalDynamoDb } from '../dynamodb/dynamodb.ts';
import { startGlobalTables, type GlobalTables } from '../dynamodb/global-tables.ts';
import type { Tenant } from './tenant.ts';

/** The tables of the functions, in one Region or in two. */
export interface LocalData {
  /** For AWS_ENDPOINT_URL_DYNAMODB. */
  readonly endpoint: string;
  /** Of the tenant's first Region. */
  readonly dynamoDb: LocalDynamoDb;
  /** Absent where the tenant has one Region. */
  readonly globalTables?: GlobalTables;
  close(): Promise<void>;
}

export interface DataOptions {
  readonly tenant: Pick<Tenant, 'region' | 'standbyRegion'>;
  readonly timers: Timers;
  /** From a write in one Region to its copy in the other; default 500, and AWS says "usually within a second". */
  readonly lagMilliseconds?: number;
}

/** What the tables are called here. */
export const tableNames = {
  callContexts: 'call-contexts',
  routingTables: 'routing-tables',
  callRecords: 'call-records',
  console: 'console',
} as const;

export async function startData({ tenant, timers, lagMilliseconds = 500 }: DataOptions): Promise<LocalData> {
  const { region, standbyRegion } = tenant;
  const tables = [
    { ...callContextsTable, tableName: tableNames.callContexts },
    { ...routingTablesTable, tableName: tableNames.routingTables },
    { ...callRecordsTable, tableName: tableNames.callRecords },
    { ...consoleTable, tableName: tableNames.console },
  ];
  if (standbyRegion === undefined) {
    const dynamoDb = await startDynamoDb({ timers, region, tables });
    return { endpoint: dynamoDb.endpoint, dynamoDb, close: () => dynamoDb.close() };
  }
  const globalTables = await startGlobalTables({ timers, tables, regions: [region, standbyRegion], lagMilliseconds });
  return {
    endpoint: globalTables.endpoint,
    dynamoDb: globalTables.replica(region),
    globalTables,
    close: () => globalTables.close(),
  };
}
