import { DeleteCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { callContextsTable } from '../../contracts/tables.ts';
import type { CallContextId } from '../../domain/call-context-id.ts';
import { idOf } from './call-context-item.ts';
import { storeCall } from './store-call.ts';

type Item = Record<string, unknown>;

const byOwner: keyof (typeof callContextsTable)['indexes'] = 'byOwner';
/** A page of the index, and how many deletions are under way at once. */
const atOnce = 10;

/**
 * Deletes every context of that owner, page by page. What fails leaves the rest deleted; asked again, it goes on where there is
 * something left. The index follows the table by some milliseconds: what is being written at this moment lives on for its hour.
 * Rejects with a BridgeError `store-unavailable`, or `record-corrupt`.
 */
export async function forgetContextsOf(
  owner: string,
  { client, tableName }: { readonly client: DynamoDBDocumentClient; readonly tableName: string },
): Promise<number> {
  const forget = async (id: CallContextId): Promise<void> => {
    await storeCall('forget a call context', client.send(new DeleteCommand({ TableName: tableName, Key: { id } })));
  };

  let count = 0;
  let start: Item | undefined;
  do {
    const query = new QueryCommand({
      TableName: tableName,
      IndexName: byOwner,
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': owner },
      Limit: atOnce,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await storeCall('find the contexts of an owner', client.send(query));
    await allOf(Items.map((item) => forget(idOf(item))));
    count += Items.length;
    start = LastEvaluatedKey;
  } while (start !== undefined);
  return count;
}

/** Waits for each, whatever becomes of the others: nothing may go on when a function has answered. */
async function allOf(deeds: readonly Promise<void>[]): Promise<void> {
  for (const deed of await Promise.allSettled(deeds)) if (deed.status === 'rejected') throw deed.reason;
}
