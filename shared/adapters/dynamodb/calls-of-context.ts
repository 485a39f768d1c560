import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { callContextsTable } from '../../contracts/tables.ts';
import type { CallContext } from '../../domain/call-context.ts';
import type { CallContextId } from '../../domain/call-context-id.ts';
import { clockToleranceMs } from '../../domain/expiry.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { ContextCall } from '../../ports/call-context-store.ts';
import { claimOf, idOf } from './call-context-item.ts';
import { storeCall } from './store-call.ts';

type Item = Record<string, unknown>;
type Indexes = (typeof callContextsTable)['indexes'];

const byOwner: keyof Indexes = 'byOwner';
const byPhoneNumber: keyof Indexes = 'byPhoneNumber';
/** Of each index, the latest: nobody has talked to Alexa so often within the hour that contexts last. */
const contextsAtMost = 20;

interface Asked {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly now: EpochMs;
}

/**
 * The calls of this context, whose item is given, and of others of the same owner or number that have not expired. Indexes follow the
 * table by some milliseconds. Three steps at most: the two indexes at once, then what the owner's tells the ids of only.
 */
export async function callsOfContext(
  { id, owner, phoneNumber }: CallContext,
  item: Item,
  asked: Asked,
): Promise<readonly ContextCall[]> {
  const [owned, numbered] = await Promise.all([
    owner === undefined ? [] : ofOwner(owner, asked),
    phoneNumber === undefined ? [] : ofNumber(phoneNumber, asked),
  ]);
  const seen = new Map<CallContextId, Item>([[id, item]]);
  for (const each of numbered) seen.set(idOf(each), each);
  const unseen = owned.filter((each) => !seen.has(each));
  const found = await Promise.all(unseen.map((each) => claimedItem(each, asked)));
  for (const each of found) if (each !== undefined) seen.set(idOf(each), each);
  return [...seen].flatMap(([contextId, each]) => {
    const { claimedBy } = claimOf(each);
    return claimedBy === undefined ? [] : [{ contextId, transactionId: claimedBy }];
  });
}

async function ofOwner(owner: string, { client, tableName }: Asked): Promise<readonly CallContextId[]> {
  const query = new QueryCommand({
    TableName: tableName,
    IndexName: byOwner,
    KeyConditionExpression: '#owner = :owner',
    ExpressionAttributeNames: { '#owner': 'owner' },
    ExpressionAttributeValues: { ':owner': owner },
    ScanIndexForward: false,
    Limit: contextsAtMost,
  });
  const { Items = [] } = await storeCall('find the contexts of an owner', client.send(query));
  return Items.map(idOf);
}

async function ofNumber(phoneNumber: string, { client, tableName, now }: Asked): Promise<readonly Item[]> {
  const query = new QueryCommand({
    TableName: tableName,
    IndexName: byPhoneNumber,
    KeyConditionExpression: 'phoneNumber = :phoneNumber',
    FilterExpression: 'expiresAt > :expired',
    ExpressionAttributeValues: { ':phoneNumber': phoneNumber, ':expired': now - clockToleranceMs },
    ProjectionExpression: 'id, claimedBy, tableVersion',
    ScanIndexForward: false,
    Limit: contextsAtMost,
  });
  return (await storeCall('find the contexts of a number', client.send(query))).Items ?? [];
}

/** Undefined for one that is gone, or has expired. */
async function claimedItem(id: CallContextId, { client, tableName, now }: Asked): Promise<Item | undefined> {
  const get = new GetCommand({
    TableName: tableName,
    Key: { id },
    ProjectionExpression: 'id, claimedBy, tableVersion, expiresAt',
  });
  const { Item: item } = await storeCall('load the claim of a call context', client.send(get));
  return item !== undefined && Number(item['expiresAt']) > now - clockToleranceMs ? item : undefined;
}
