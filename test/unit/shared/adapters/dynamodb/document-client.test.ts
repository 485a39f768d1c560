import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dynamoDbDocumentClient } from '../../../../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbRoutingTableStore } from '../../../../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';

describe('the DynamoDB client', () => {
  let silent: Server;

  beforeAll(async () => {
    silent = createServer(() => undefined);
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    process.env['AWS_ENDPOINT_URL_DYNAMODB'] = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  });

  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  it('gives up on a store that takes requests and never answers, after the attempts it is allowed', async () => {
    const client = dynamoDbDocumentClient({ region: 'us-east-1', requestTimeoutMs: 20, maxAttempts: 2 });

    const asking = new DynamoDbRoutingTableStore(client, { tableName: 'routing-tables' }).currentVersion(
      'example-bank',
    );

    // The client counts: on a busy machine a request may be given up before the server gets to see it.
    await expect(asking).rejects.toMatchObject({
      code: 'store-unavailable',
      cause: { name: 'TimeoutError', $metadata: { attempts: 2 } },
    });
    client.destroy();
  });
});
