import { readFile } from 'node:fs/promises';
import { dynamoDbDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbRoutingTableStore } from '../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { readSettings } from '../../shared/env.ts';
import { runRoutes } from './run-routes.ts';

const { exitCode, text } = await runRoutes(process.argv.slice(2), {
  clock: systemClock,
  readFile: (path) => readFile(path, 'utf8'),
  openStore: () => {
    const { AWS_REGION, ROUTING_TABLES_TABLE } = readSettings(['AWS_REGION', 'ROUTING_TABLES_TABLE'], process.env);
    // Nobody waits on the line here, but a large table takes its time.
    return new DynamoDbRoutingTableStore(
      dynamoDbDocumentClient({
        region: AWS_REGION,
        requestTimeoutMs: 10_000,
        connectionTimeoutMs: 3000,
        maxAttempts: 3,
      }),
      {
        tableName: ROUTING_TABLES_TABLE,
      },
    );
  },
  user: process.env['USER'] ?? process.env['USERNAME'] ?? 'unknown',
  tableName: process.env['ROUTING_TABLE_NAME'],
});
console.log(text);
process.exitCode = exitCode;
