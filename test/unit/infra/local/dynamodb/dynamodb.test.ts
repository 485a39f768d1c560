import { once } from 'node:events';
import { connect } from 'node:net';
import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { startDynamoDb, type LocalDynamoDb } from '../../../../../infra/local/dynamodb/dynamodb.ts';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const tables = [
  { tableName: 'contexts', partitionKey: { name: 'id', type: 'S' }, timeToLiveAttribute: 'timeToLive' },
  { tableName: 'versions', partitionKey: { name: 'name', type: 'S' }, sortKey: { name: 'version', type: 'N' } },
  {
    tableName: 'calls',
    partitionKey: { name: 'id', type: 'S' },
    indexes: {
      byDay: { partitionKey: { name: 'day', type: 'S' }, sortKey: { name: 'at', type: 'N' }, keysOnly: true },
      byCaller: { partitionKey: { name: 'caller', type: 'S' }, sortKey: { name: 'at', type: 'N' } },
    },
  },
] as const;

describe('the local DynamoDB', () => {
  let database: LocalDynamoDb;
  let client: DynamoDBClient;
  const start = async (timers = systemTimers): Promise<void> => {
    database = await startDynamoDb({ tables, timers });
    client = new DynamoDBClient({
      endpoint: database.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
  };
  afterEach(async () => {
    client.destroy();
    await database.close();
  });

  const put = async (id: string): Promise<unknown> =>
    client.send(new PutItemCommand({ TableName: 'contexts', Item: { id: { S: id } } }));
  const get = async (id: string): Promise<unknown> =>
    (await client.send(new GetItemCommand({ TableName: 'contexts', Key: { id: { S: id } } }))).Item;

  it('has its tables active, with their keys, for the real client', async () => {
    await start();

    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'versions' }));

    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      KeySchema: [
        { AttributeName: 'name', KeyType: 'HASH' },
        { AttributeName: 'version', KeyType: 'RANGE' },
      ],
    });
    await put('one');
    expect(await get('one')).toEqual({ id: { S: 'one' } });
    expect(await get('two')).toBeUndefined();
  });

  it('has their indexes, with all attributes or the keys only', async () => {
    await start();
    const item = {
      id: { S: 'one' },
      day: { S: 'Friday' },
      at: { N: '7' },
      caller: { S: 'Ana' },
      note: { S: 'a note' },
    };
    await client.send(new PutItemCommand({ TableName: 'calls', Item: item }));
    const query = async (IndexName: string, key: string, value: string): Promise<unknown> => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: 'calls',
          IndexName,
          KeyConditionExpression: '#key = :value AND #at > :zero',
          ExpressionAttributeNames: { '#key': key, '#at': 'at' },
          ExpressionAttributeValues: { ':value': { S: value }, ':zero': { N: '0' } },
        }),
      );
      return Items;
    };

    const { note: _note, caller: _caller, ...keys } = item;
    expect(await query('byDay', 'day', 'Friday')).toEqual([keys]);
    expect(await query('byCaller', 'caller', 'Ana')).toEqual([item]);
  });

  it('refuses what is too much for it, and has lost nothing after that', async () => {
    await start();
    await put('one');

    database.throttled(true);
    const during = get('one');

    await expect(during).rejects.toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } });
    database.throttled(false);
    expect(await get('one')).toEqual({ id: { S: 'one' } });
  });

  it('hangs up during an outage and has lost nothing after it', async () => {
    await start();
    await put('one');

    database.outage(true);
    const during = get('one');

    await expect(during).rejects.toThrow(/socket hang up|ECONNRESET/u);
    database.outage(false);
    expect(await get('one')).toEqual({ id: { S: 'one' } });
  });

  it('holds requests back when it is told to be slow', async () => {
    const timers = new TimersFake();
    const held = Promise.withResolvers<void>();
    const after: Timers['after'] = (milliseconds, action) => {
      held.resolve();
      return timers.after(milliseconds, action);
    };
    await start({ after, every: systemTimers.every.bind(systemTimers) });
    await put('one');
    database.slow(300);
    let answered = false;

    const answer = get('one').finally(() => {
      answered = true;
    });
    await held.promise;
    await timers.advanceBy(299);
    const early = answered;
    await timers.advanceBy(1);

    expect(early).toBe(false);
    expect(await answer).toEqual({ id: { S: 'one' } });
  });

  it('survives a client that goes away in the middle of a request', async () => {
    await start();
    const socket = connect(Number(new URL(database.endpoint).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST / HTTP/1.1\r\nHost: local\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n{"half":');
    await once(socket, 'data');

    socket.resetAndDestroy();
    await put('two');

    expect(await get('two')).toEqual({ id: { S: 'two' } });
  });
});
