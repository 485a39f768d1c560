import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';
import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { isAccountedFor, lostCard, mistakesOf, rulesUsed } from './faults-fixture.ts';

type Item = Record<string, unknown>;

const tableName = 'example-bank';

let bank: CloudFixture;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  bank = await anExampleBank();
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: bank.cloud.dynamoDb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: { requestTimeout: 5000, throwOnRequestTimeout: true },
    }),
  );
}, 60_000);
afterAll(async () => {
  client.destroy();
  await bank.close();
}, 30_000);
beforeEach(() => {
  bank.logged.length = 0;
});
afterEach(async () => {
  await bank.hangUp();
});

async function itemOf(table: string, key: Item): Promise<Item> {
  const { Item: item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  if (item === undefined) throw new Error(`there is no such item in ${table}`);
  return item;
}

const put = (table: string, item: Item): Promise<unknown> =>
  client.send(new PutCommand({ TableName: table, Item: item }));
const remove = (table: string, key: Item): Promise<unknown> =>
  client.send(new DeleteCommand({ TableName: table, Key: key }));

function contextIdOf(order: DeviceCall | undefined): string {
  const reading = readUserToUser({ 'User-to-User': order?.userToUser ?? '' });
  if (reading.kind !== 'clientSession') throw new Error('Alexa has ordered no call with a context');
  return reading.clientSessionId;
}

/** The function has kept its rules, and the call is over. */
async function endedWell(): Promise<void> {
  expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  expect([mistakesOf(bank), await isAccountedFor(bank)]).toEqual([[], true]);
}

describe('a context that has not come to this Region yet', () => {
  it('is gone by its id: the caller reaches whom they asked for, and the agent sees it when it has come by then', async () => {
    const order = await bank.ordered(...lostCard);
    const id = contextIdOf(order);
    const context = await itemOf('call-contexts', { id });
    await remove('call-contexts', { id });

    const connecting = bank.connect(order);
    await bank.branchRings();
    await put('call-contexts', context);
    const { conversation, heard } = await bank.meets(await connecting);
    await bank.hangUp();

    expect(conversation).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: { callerName: 'Maria Lopez', reason: 'my lost card' },
    });
    expect([heard, rulesUsed(bank)]).toEqual([[true, true], ['lost-cards']]);
    await endedWell();
  });

  it('is missed by the agent when it has not', async () => {
    const order = await bank.ordered(...lostCard);
    await remove('call-contexts', { id: contextIdOf(order) });

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ destination: { id: 'support' }, contextSeen: null, heard: [true, true] });
    expect(rulesUsed(bank)).toEqual(['lost-cards']);
    await endedWell();
  });
});

describe('a routing table', () => {
  it('that a newer release has written is passed over for the one before it', async () => {
    const version = await itemOf('routing-tables', { name: tableName, version: 1 });
    const pointer = await itemOf('routing-tables', { name: tableName, version: 0 });
    const newer = new Uint8Array(version['runtime'] as Uint8Array);
    // The version of its format.
    newer[4] = 200;
    await put('routing-tables', { ...version, version: 2, basedOn: 1, runtime: newer });
    await put('routing-tables', { ...pointer, currentVersion: 2, basedOn: 1 });
    const order = await bank.ordered(...lostCard);
    bank.cloud.functions.reload('sma');

    const talk = await bank.talk(order);
    await put('routing-tables', pointer);
    await remove('routing-tables', { name: tableName, version: 2 });

    expect(talk).toMatchObject({ contextSeen: { callerName: 'Maria Lopez' }, heard: [true, true] });
    expect(rulesUsed(bank)).toEqual(['lost-cards']);
    expect(bank.logged.filter((line) => line.includes('table-format-unknown'))).toHaveLength(1);
    await endedWell();
  }, 30_000);

  it.each(['pointer', 'version'] as const)(
    'of which the %s is not there is done without: the default destination',
    async (missing) => {
      const key = { name: tableName, version: missing === 'pointer' ? 0 : 1 };
      const item = await itemOf('routing-tables', key);
      await remove('routing-tables', key);
      const order = await bank.ordered(...lostCard);
      bank.cloud.functions.reload('sma');

      const talk = await bank.talk(order);
      await put('routing-tables', item);

      expect(talk).toMatchObject({
        destination: { kind: 'contactCenter', callee: '+12065550150' },
        contextSeen: { callerName: 'Maria Lopez' },
        heard: [true, true],
      });
      expect(rulesUsed(bank)).toEqual(['default-destination']);
      await endedWell();
    },
    30_000,
  );
});
