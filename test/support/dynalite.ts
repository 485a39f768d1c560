import { once } from 'node:events';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableSchema } from '../../infra/local/dynamodb/table-schema.ts';
import type { TableDefinition } from '../../shared/contracts/tables.ts';

// The package has no types of its own.
const dynalite = createRequire(import.meta.url)('dynalite') as (options: { createTableMs: number }) => Server;

export interface Dynalite {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  createTable(name: string, definition: TableDefinition): Promise<void>;
  stop(): Promise<void>;
}

/** A DynamoDB in this process, on a free port of the loopback interface, with the real SDK's client for it. */
export async function startDynalite(): Promise<Dynalite> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { requestTimeout: 5000, connectionTimeout: 1000, throwOnRequestTimeout: true },
  });
  return {
    endpoint,
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),

    async createTable(name, definition) {
      await client.send(
        new CreateTableCommand({ TableName: name, BillingMode: 'PAY_PER_REQUEST', ...tableSchema(definition) }),
      );
      const describe = async (): Promise<string | undefined> =>
        (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus;
      while ((await describe()) !== 'ACTIVE');
    },

    async stop() {
      client.destroy();
      server.closeAllConnections();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
