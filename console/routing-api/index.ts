import { dynamoDbDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallRecordStore } from '../../shared/adapters/dynamodb/dynamodb-call-record-store.ts';
import { DynamoDbChangeLog } from '../../shared/adapters/dynamodb/dynamodb-change-log.ts';
import { DynamoDbDraftStore } from '../../shared/adapters/dynamodb/dynamodb-draft-store.ts';
import { DynamoDbRoutingTableStore } from '../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { readSettings } from '../../shared/env.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import { createConsoleHandler } from '../api/console-handler.ts';
import { routingRoutes } from './routes.ts';

const settings = readSettings(
  ['AWS_REGION', 'ROUTING_TABLES_TABLE', 'CONSOLE_TABLE', 'CALL_RECORDS_TABLE'],
  process.env,
);
const log = createLogger({ clock: systemClock });
// Nobody waits on the line here, and files of some megabytes take their time.
const documents = dynamoDbDocumentClient({ region: settings.AWS_REGION, requestTimeoutMs: 4000, maxAttempts: 3 });
const callRecords = settings.CALL_RECORDS_TABLE;

export const handler = createConsoleHandler(routingRoutes, {
  clock: systemClock,
  tables: new DynamoDbRoutingTableStore(documents, { tableName: settings.ROUTING_TABLES_TABLE }),
  drafts: new DynamoDbDraftStore(documents, { tableName: settings.CONSOLE_TABLE, clock: systemClock, ids: systemIds }),
  changes: new DynamoDbChangeLog(documents, { tableName: settings.CONSOLE_TABLE, ids: systemIds, log }),
  ...(callRecords === undefined
    ? {}
    : { callRecords: new DynamoDbCallRecordStore(documents, { tableName: callRecords, log }) }),
  log,
});
