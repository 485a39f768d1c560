import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { callContextsTable } from '../../contracts/tables.ts';
import type { CallContext } from '../../domain/call-context.ts';
import type { CallContextId } from '../../domain/call-context-id.ts';
import { clockToleranceMs, hasExpired } from '../../domain/expiry.ts';
import type { E164 } from '../../domain/phone-number.ts';
import type { EpochMs } from '../../domain/time.ts';
import { BridgeError } from '../../errors.ts';
import type {
  CallContextStore,
  CallOrder,
  Claim,
  ClaimResult,
  ContextCall,
  Delivery,
  DeliveryResult,
  OrderResult,
} from '../../ports/call-context-store.ts';
import type { Ids } from '../../ports/ids.ts';
import { systemIds } from '../system/system-ids.ts';
import { callsOfContext } from './calls-of-context.ts';
import { claimOf, contextOf, deliveriesOf, idOf, orderOf, toItem } from './call-context-item.ts';
import { forgetContextsOf } from './forget-contexts-of.ts';
import { conditionalStoreCall, storeCall } from './store-call.ts';

const byPhoneNumber: keyof (typeof callContextsTable)['indexes'] = 'byPhoneNumber';
/** One caller's contexts of some minutes: whoever has asked for more calls than this, lately, is asked again. */
const recentAtMost = 10;
/** Contexts of one number in an hour that are looked through, ordered or not: each takes a conversation, so nobody has so many. */
const orderedAtMost = 1000;

export interface DynamoDbCallContextStoreOptions {
  readonly tableName: string;
  /** Tells the orders of one request apart; the machine's own by default. */
  readonly ids?: Pick<Ids, 'uuid'>;
}

/**
 * Call contexts in DynamoDB, one item each. Beside `store-unavailable`, methods reject with a BridgeError
 * `record-corrupt` when the item found is not a call context.
 */
export class DynamoDbCallContextStore implements CallContextStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #ids: Pick<Ids, 'uuid'>;

  constructor(client: DynamoDBDocumentClient, { tableName, ids = systemIds }: DynamoDbCallContextStoreOptions) {
    this.#client = client;
    this.#tableName = tableName;
    this.#ids = ids;
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

  /**
   * The SDK sends an update again whose answer was lost, and the condition must hold for it once more: else the request would be
   * told that its call has been placed, and nobody would place it. So each order has a token of its own.
   */
  async order(id: CallContextId, { requestId, now }: CallOrder): Promise<OrderResult> {
    const update = new UpdateCommand({
      TableName: this.#tableName,
      Key: { id },
      ConditionExpression:
        'expiresAt > :expired AND (attribute_not_exists(orderedBy) OR orderedBy <> :requestId OR orderToken = :token)',
      UpdateExpression: 'SET orderedBy = :requestId, orderedAt = :now, orderToken = :token',
      ExpressionAttributeValues: {
        ':now': now,
        ':expired': now - clockToleranceMs,
        ':requestId': requestId,
        ':token': this.#ids.uuid(),
      },
      ReturnValues: 'ALL_NEW',
    });
    const answer = await conditionalStoreCall('order a call', this.#client.send(update));
    return answer === undefined
      ? this.#whyNotOrdered(id, { requestId, now })
      : { kind: 'ordered', context: contextOf(answer.Attributes) };
  }

  async forget(id: CallContextId): Promise<void> {
    const deletion = new DeleteCommand({ TableName: this.#tableName, Key: { id } });
    await storeCall('forget a call context', this.#client.send(deletion));
  }

  forgetAllOf(owner: string): Promise<number> {
    return forgetContextsOf(owner, { client: this.#client, tableName: this.#tableName });
  }

  async claim(id: CallContextId, { transactionId, tableVersion, now }: Claim): Promise<ClaimResult> {
    const update = new UpdateCommand({
      TableName: this.#tableName,
      Key: { id },
      // What is compared is expiresAt: DynamoDB sweeps by timeToLive hours, even days late.
      ConditionExpression: 'expiresAt > :expired AND (attribute_not_exists(claimedBy) OR claimedBy = :transactionId)',
      UpdateExpression:
        'SET claimedBy = :transactionId, claimedAt = if_not_exists(claimedAt, :now), tableVersion = if_not_exists(tableVersion, :tableVersion)',
      ExpressionAttributeValues: {
        ':now': now,
        ':expired': now - clockToleranceMs,
        ':transactionId': transactionId,
        ':tableVersion': tableVersion,
      },
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
      ConditionExpression: 'expiresAt > :expired',
      UpdateExpression: 'SET deliveries = list_append(if_not_exists(deliveries, :none), :delivery)',
      ExpressionAttributeValues: { ':expired': at - clockToleranceMs, ':none': [], ':delivery': [{ to, at }] },
      ReturnValues: 'ALL_NEW',
    });
    const answer = await conditionalStoreCall('record a delivery', this.#client.send(update));
    if (answer === undefined) return { kind: 'notFound' };
    return { kind: 'delivered', context: contextOf(answer.Attributes) };
  }

  /**
   * Of a call that has claimed one before, that one is found again. The index follows the table by some milliseconds: what it
   * says is unclaimed may have been claimed just now.
   */
  async recent(
    phoneNumber: E164,
    {
      since,
      now,
      transactionId = '',
    }: { readonly since: EpochMs; readonly now: EpochMs; readonly transactionId?: string },
  ): Promise<CallContextId | undefined> {
    const query = new QueryCommand({
      TableName: this.#tableName,
      IndexName: byPhoneNumber,
      KeyConditionExpression: 'phoneNumber = :phoneNumber AND createdAt >= :since',
      FilterExpression: 'expiresAt > :expired AND (attribute_not_exists(claimedBy) OR claimedBy = :transactionId)',
      ExpressionAttributeValues: {
        ':phoneNumber': phoneNumber,
        ':since': since,
        ':expired': now - clockToleranceMs,
        ':transactionId': transactionId,
      },
      ProjectionExpression: 'id, claimedBy',
      ScanIndexForward: false,
      Limit: recentAtMost,
    });
    const { Items = [] } = await storeCall('find a recent call context', this.#client.send(query));
    const found = Items.find((item) => claimOf(item).claimedBy !== undefined) ?? Items[0];
    return found && idOf(found);
  }

  /** The index follows the table by some milliseconds: the newest order may be missing. One page of it, for few callers have that many. */
  async orderedFor(phoneNumber: E164, { since }: { readonly since: EpochMs }): Promise<readonly CallContextId[]> {
    const query = new QueryCommand({
      TableName: this.#tableName,
      IndexName: byPhoneNumber,
      KeyConditionExpression: 'phoneNumber = :phoneNumber AND createdAt >= :since',
      FilterExpression: 'attribute_exists(orderedBy)',
      ExpressionAttributeValues: { ':phoneNumber': phoneNumber, ':since': since },
      ProjectionExpression: 'id',
      ScanIndexForward: false,
      Limit: orderedAtMost,
    });
    const { Items = [] } = await storeCall('find the ordered calls of a number', this.#client.send(query));
    return Items.map(idOf);
  }

  async callsOf(id: CallContextId, { now }: { readonly now: EpochMs }): Promise<readonly ContextCall[] | undefined> {
    const item = await this.#load(id);
    if (item === undefined) return undefined;
    const context = contextOf(item);
    if (hasExpired(context.expiresAt, now)) return undefined;
    return callsOfContext(context, item, { client: this.#client, tableName: this.#tableName, now });
  }

  async deliveries(id: CallContextId): Promise<readonly Delivery[]> {
    const get = new GetCommand({
      TableName: this.#tableName,
      Key: { id },
      ProjectionExpression: 'deliveries',
      ConsistentRead: true,
    });
    const { Item } = await storeCall('load the deliveries of a call context', this.#client.send(get));
    return deliveriesOf(Item ?? {});
  }

  async #whyNotOrdered(id: CallContextId, { requestId, now }: CallOrder): Promise<OrderResult> {
    const Item = await this.#load(id);
    if (Item === undefined) return { kind: 'notFound' };
    const context = contextOf(Item);
    if (hasExpired(context.expiresAt, now)) return { kind: 'notFound' };
    if (orderOf(Item).orderedBy === requestId) return { kind: 'orderedBefore', context };
    // Put, or ordered by another request, in between.
    throw new BridgeError('store-unavailable', 'the call context changed while its call was ordered');
  }

  /** DynamoDB says only that the condition failed, not which part of it. */
  async #load(id: CallContextId): Promise<Record<string, unknown> | undefined> {
    const get = new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true });
    return (await storeCall('load a call context', this.#client.send(get))).Item;
  }

  async #whyNotClaimed(id: CallContextId, { transactionId, now }: Claim): Promise<ClaimResult> {
    const Item = await this.#load(id);
    if (Item === undefined) return { kind: 'notFound' };
    if (hasExpired(contextOf(Item).expiresAt, now)) return { kind: 'expired' };
    const { claimedBy } = claimOf(Item);
    if (claimedBy !== undefined && claimedBy !== transactionId) return { kind: 'claimedByAnotherCall' };
    // Put, or claimed by an earlier attempt of ours, in between: the next try tells.
    throw new BridgeError('store-unavailable', 'the call context changed while it was claimed');
  }
}
