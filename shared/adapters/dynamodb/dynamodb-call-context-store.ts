import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CallContext } from '../../domain/call-context.ts';
import type { CallContextId } from '../../domain/call-context-id.ts';
import { BridgeError } from '../../errors.ts';
import type { CallContextStore, Claim, ClaimResult, Delivery, DeliveryResult } from '../../ports/call-context-store.ts';
import { claimOf, contextOf, toItem } from './call-context-item.ts';
import { conditionalStoreCall, storeCall } from './store-call.ts';

/**
 * Call contexts in DynamoDB, one item each. Beside `store-unavailable`, methods reject with a BridgeError
 * `record-corrupt` when the item found is not a call context.
 */
export class DynamoDbCallContextStore implements CallContextStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  /** Ids are random: one that is there already is our own write, whose answer was lost, and may be claimed by now. */
  async put(context: CallContext): Promise<void> {
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: toItem(context),
      ConditionExpression: 'attribute_not_exists(id)',
    });
    await conditionalStoreCall('put a call context', this.#client.send(put));
  }

  async claim(id: CallContextId, { transactionId, tableVersion, now }: Claim): Promise<ClaimResult> {
    const update = new UpdateCommand({
      TableName: this.#tableName,
      Key: { id },
      // What is compared with `now` is expiresAt: DynamoDB sweeps by timeToLive hours, even days late.
      ConditionExpression: 'expiresAt > :now AND (attribute_not_exists(claimedBy) OR claimedBy = :transactionId)',
      UpdateExpression:
        'SET claimedBy = :transactionId, claimedAt = if_not_exists(claimedAt, :now), tableVersion = if_not_exists(tableVersion, :tableVersion)',
      ExpressionAttributeValues: { ':now': now, ':transactionId': transactionId, ':tableVersion': tableVersion },
      ReturnValues: 'ALL_NEW',
    });
    const answer = await conditionalStoreCall('claim a call context', this.#client.send(update));
    if (answer === undefined) return this.#whyNotClaimed(id, { transactionId, tableVersion, now });
    return {
      kind: 'claimed',
      context: contextOf(answer.Attributes),
      tableVersion: claimOf(answer.Attributes).tableVersion ?? tableVersion,
    };
  }

  async deliver(id: CallContextId, { to, at }: Delivery): Promise<DeliveryResult> {
    const update = new UpdateCommand({
      TableName: this.#tableName,
      Key: { id },
      ConditionExpression: 'expiresAt > :at',
      UpdateExpression: 'SET deliveries = list_append(if_not_exists(deliveries, :none), :delivery)',
      ExpressionAttributeValues: { ':at': at, ':none': [], ':delivery': [{ to, at }] },
      ReturnValues: 'ALL_NEW',
    });
    const answer = await conditionalStoreCall('record a delivery', this.#client.send(update));
    if (answer === undefined) return { kind: 'notFound' };
    return { kind: 'delivered', context: contextOf(answer.Attributes) };
  }

  /** DynamoDB says only that the condition failed, not which part of it. */
  async #whyNotClaimed(id: CallContextId, { transactionId, now }: Claim): Promise<ClaimResult> {
    const get = new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true });
    const { Item } = await storeCall('load a call context', this.#client.send(get));
    if (Item === undefined) return { kind: 'notFound' };
    if (contextOf(Item).expiresAt <= now) return { kind: 'expired' };
    const { claimedBy } = claimOf(Item);
    if (claimedBy !== undefined && claimedBy !== transactionId) return { kind: 'claimedByAnotherCall' };
    // Put, or claimed by an earlier attempt of ours, in between: the next try tells.
    throw new BridgeError('store-unavailable', 'the call context changed while it was claimed');
  }
}
