import { dynamoDbDocumentClient } from '../../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbRoutingTableStore } from '../../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { readSettings } from '../../../shared/env.ts';
import type { RoutingTableStore } from '../../../shared/ports/routing-table-store.ts';

/**
 * The store that the environment names: by AWS_REGION, ROUTING_TABLES_TABLE, and what the AWS SDK reads for itself
 * (credentials, AWS_ENDPOINT_URL_DYNAMODB).
 * @throws BridgeError `environment-invalid` when a setting is missing.
 */
export function openStore(environment: NodeJS.ProcessEnv): RoutingTableStore {
  const { AWS_REGION, ROUTING_TABLES_TABLE } = readSettings(['AWS_REGION', 'ROUTING_TABLES_TABLE'], environment);
  // Nobody waits on the line here, but a large table takes its time.
  const client = dynamoDbDocumentClient({
    region: AWS_REGION,
    requestTimeoutMs: 10_000,
    connectionTimeoutMs: 3000,
    maxAttempts: 3,
  });
  return new DynamoDbRoutingTableStore(client, { tableName: ROUTING_TABLES_TABLE });
}
