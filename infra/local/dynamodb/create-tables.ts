import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { NamedTable } from './table-definition.ts';

/**
 * Creates tables, billed on demand, and waits until they are ACTIVE.
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
    for (const { tableName, partitionKey, sortKey } of tables) {
      const keys = sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
      await client.send(
        new CreateTableCommand({
          TableName: tableName,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: keys.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
          KeySchema: keys.map(({ name }, index) => ({ AttributeName: name, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
        }),
      );
      await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.2 }, { TableName: tableName });
    }
  } finally {
    client.destroy();
  }
}
