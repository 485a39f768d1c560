import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { EpochMs } from '../../domain/time.ts';
import { draftsTopic, headKey, headTimeToLive, storedHeadOf, type StoredDraftHead } from './draft-item.ts';
import { conditionalStoreCall, storeCall } from './store-call.ts';

type Item = Record<string, unknown>;

/**
 * The heads of drafts, and the directory of names, one request a method. All reads are consistent: whoever was told that a draft is
 * saved must find it.
 */
export class DraftHeads {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  /** Also one that is past its time and has not been swept. @throws BridgeError `record-corrupt`. */
  async get(name: string): Promise<StoredDraftHead | undefined> {
    const get = new GetCommand({ TableName: this.#tableName, Key: headKey(name), ConsistentRead: true });
    const { Item } = await storeCall('load a draft', this.#client.send(get));
    return Item && storedHeadOf(Item);
  }

  /** False when the head there is no longer the one of that etag; undefined: when there is one. */
  async put(name: string, head: StoredDraftHead, replaced: string | undefined): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: { ...head, ...headKey(name), timeToLive: headTimeToLive(head.at) },
      ...(replaced === undefined ? { ConditionExpression: 'attribute_not_exists(topic)' } : isStill(replaced)),
    });
    return (await conditionalStoreCall('save a draft', this.#client.send(put))) !== undefined;
  }

  /** False when the head there is no longer the one of that etag. */
  async delete(name: string, etag: string): Promise<boolean> {
    const deletion = new DeleteCommand({ TableName: this.#tableName, Key: headKey(name), ...isStill(etag) });
    return (await conditionalStoreCall('discard a draft', this.#client.send(deletion))) !== undefined;
  }

  /**
   * Names that have had a draft. They stay when it is discarded, for somebody else may be saving the next one at that moment; DynamoDB
   * sweeps them with their drafts.
   */
  async names(): Promise<readonly string[]> {
    const names: string[] = [];
    let start: Item | undefined;
    do {
      const query = new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: 'topic = :drafts',
        ExpressionAttributeValues: { ':drafts': draftsTopic },
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      });
      const { Items = [], LastEvaluatedKey } = await storeCall('list drafts', this.#client.send(query));
      names.push(...Items.map(({ entry }) => String(entry)));
      start = LastEvaluatedKey;
    } while (start !== undefined);
    return names;
  }

  async addName(name: string, at: EpochMs): Promise<void> {
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: { topic: draftsTopic, entry: name, timeToLive: headTimeToLive(at) },
    });
    await storeCall('list a draft', this.#client.send(put));
  }
}

function isStill(etag: string): {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues: Record<string, string>;
} {
  return { ConditionExpression: 'etag = :etag', ExpressionAttributeValues: { ':etag': etag } };
}
