import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { NamedTable } from './table-definition.ts';
import { tableSchema } from './table-schema.ts';

/**
 * Creates tables with their indexes, billed on demand, and waits until they are ACTIVE.
 * `timeToLiveAttribute` is left out: dynalite has no UpdateTimeToLive, and AWS itself may take days to delete, so that
 * functions must check expiry anyhow (Amazon DynamoDB developer guide, TTL).
 */
export async function createTables(endpoint: string, region: string, tables: readonly NamedTable[]): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'LOCALACCESSKEY', secretAccessKey: 'local-secret' },
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
  });
  try {
    for (const { tableName, ...definition } of tables) {
      await client.send(
        new CreateTableCommand({ TableName: tableName, BillingMode: 'PAY_PER_REQUEST', ...tableSchema(definition) }),
      );
      await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.2 }, { TableName: tableName });
    }
  } finally {
    client.destroy();
  }
}
