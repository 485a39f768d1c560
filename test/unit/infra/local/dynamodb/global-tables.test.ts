import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { startGlobalTables, type GlobalTables } from '../../../../../infra/local/dynamodb/global-tables.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const tables = [{ tableName: 'contexts', partitionKey: { name: 'id', type: 'S' } }] as const;
const [east, west] = ['us-east-1', 'us-west-2'] as const;
const Key = { id: { S: 'one' } };

describe('tables in two Regions', () => {
  let timers: TimersFake;
  let bothTables: GlobalTables;
  const clients = new Map<string, DynamoDBClient>();
  const start = async (withTimers: Timers = timers): Promise<void> => {
    bothTables = await startGlobalTables({ tables, regions: [east, west], timers: withTimers, lagMilliseconds: 800 });
  };
  beforeEach(() => {
    timers = new TimersFake();
  });
  afterEach(async () => {
    for (const client of clients.values()) client.destroy();
    clients.clear();
    await bothTables.close();
  });

  const at = (region: string): DynamoDBClient => {
    const client =
      clients.get(region) ??
      new DynamoDBClient({
        region,
        endpoint: bothTables.endpoint,
        maxAttempts: 1,
        credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      });
    clients.set(region, client);
    return client;
  };
  const write = (region: string, note: string, more: Partial<UpdateItemCommandInput> = {}): Promise<unknown> =>
    at(region).send(
      new UpdateItemCommand({
        TableName: 'contexts',
        Key,
        UpdateExpression: 'SET note = :note',
        ExpressionAttributeValues: { ':note': { S: note } },
        ...more,
      }),
    );
  const read = async (region: string): Promise<string | undefined> =>
    (await at(region).send(new GetItemCommand({ TableName: 'contexts', Key }))).Item?.['note']?.S;
  const both = async (): Promise<unknown> => [await read(east), await read(west)];
  const onlyOnce = { ConditionExpression: 'attribute_not_exists(note)' };

  it('hold what was written in the one Region, and in the other after the lag, not before', async () => {
    const waiting = Promise.withResolvers<void>();
    const after: Timers['after'] = (milliseconds, action) => {
      waiting.resolve();
      return timers.after(milliseconds, action);
    };
    await start({ after, every: timers.every.bind(timers) });
    await write(east, 'hello');
    await waiting.promise;

    await timers.advanceBy(799);
    const early = { both: await both(), waiting: timers.pending };
    await timers.advanceBy(1);
    const waitingThen = timers.pending;
    await bothTables.catchUp();

    expect(early).toEqual({ both: ['hello', undefined], waiting: 1 });
    expect(waitingThen).toBe(0);
    expect(await both()).toEqual(['hello', 'hello']);
    expect(bothTables.behind).toBe(0);
  });

  it('hold in the end what was written last, whole, when both Regions have written', async () => {
    await start();
    await write(east, 'first');
    await write(west, 'last', { UpdateExpression: 'SET note = :note, mark = :note' });

    const apart = await both();
    await bothTables.catchUp();

    expect(apart).toEqual(['first', 'last']);
    expect(await both()).toEqual(['last', 'last']);
  });

  it('hold to a condition in the Region that is asked, and in the other once the copy is there', async () => {
    await start();
    await write(east, 'mine', onlyOnce);
    const again = write(east, 'other', onlyOnce);
    await expect(again).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });

    await bothTables.catchUp();

    await expect(write(west, 'theirs', onlyOnce)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  it('forget in both what was deleted in one', async () => {
    await start();
    await write(east, 'hello');
    await bothTables.catchUp();

    await at(west).send(new DeleteItemCommand({ TableName: 'contexts', Key }));
    await bothTables.catchUp();

    expect(await both()).toEqual([undefined, undefined]);
  });

  it('catch up with a Region that was down when it is back', async () => {
    await start();
    bothTables.replica(west).outage(true);
    await write(east, 'hello');
    await bothTables.catchUp();
    const behind = bothTables.behind;

    await expect(read(west)).rejects.toThrow(/socket hang up|ECONNRESET/u);
    bothTables.replica(west).outage(false);
    await bothTables.catchUp();

    expect(behind).toBe(1);
    expect(await both()).toEqual(['hello', 'hello']);
  });

  it('are not known in a third Region', async () => {
    await start();

    await expect(read('eu-west-1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(() => bothTables.replica('eu-west-1')).toThrow(
      'no replica is in eu-west-1; there are: us-east-1, us-west-2',
    );
  });
});
