import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PublishedTable, RoutingTable } from '../../domain/routing/table.ts';
import { BridgeError } from '../../errors.ts';
import type { Publication, PublishResult, RoutingTableStore } from '../../ports/routing-table-store.ts';
import { pointedVersion, tableOf, toItem, type RoutingTableItem } from './routing-table-item.ts';
import { conditionalStoreCall, storeCall } from './store-call.ts';

/** Of the sort key: the item that names the current version. */
const pointer = 0;
const attemptsAtANumber = 5;

/**
 * Routing tables in DynamoDB: an item a version, never overwritten, and a pointer to the current one.
 * A publication that ends between the two writes leaves a version that nobody was ever pointed to; the next one
 * takes the number after it, so version numbers may have gaps.
 * Beside `store-unavailable`, methods reject with a BridgeError `record-corrupt` (an item that is not what the
 * contract says) or `table-too-large`.
 */
export class DynamoDbRoutingTableStore implements RoutingTableStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async currentVersion(name: string): Promise<number> {
    return pointedVersion(await this.#item(name, pointer));
  }

  async load(name: string, version: number): Promise<PublishedTable | undefined> {
    if (version === pointer) return undefined;
    const item = await this.#item(name, version);
    return item === undefined ? undefined : { version, table: await tableOf(item) };
  }

  async publish(table: RoutingTable, publication: Publication): Promise<PublishResult> {
    // Compressed first: a table that is too large must not leave a trace.
    const item = await toItem(table, publication);
    const current = await this.currentVersion(table.name);
    if (current !== publication.basedOn) return { kind: 'conflict', current };

    const version = await this.#putNextVersion(item);
    if (await this.#movePointer(item, version)) return { kind: 'published', version };
    const now = await this.currentVersion(table.name);
    // Our own first attempt may have moved it, and its answer been lost.
    return now === version ? { kind: 'published', version } : { kind: 'conflict', current: now };
  }

  async #putNextVersion(item: Omit<RoutingTableItem, 'version'>): Promise<number> {
    for (let attempt = 0; attempt < attemptsAtANumber; attempt += 1) {
      const version = (await this.#highestVersion(item.name)) + 1;
      const put = new PutCommand({
        TableName: this.#tableName,
        Item: { ...item, version },
        ConditionExpression: 'attribute_not_exists(#name)',
        ExpressionAttributeNames: { '#name': 'name' },
      });
      const answer = await conditionalStoreCall('put a routing table', this.#client.send(put));
      if (answer !== undefined) return version;
    }
    throw new BridgeError(
      'store-unavailable',
      `routing table ${item.name}: too many publications at once, publish again`,
    );
  }

  /** False when the pointer no longer names the version that the publication is based on. */
  async #movePointer(item: Omit<RoutingTableItem, 'version'>, version: number): Promise<boolean> {
    const { table: _table, ...record } = item;
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: { ...record, version: pointer, currentVersion: version },
      ...(item.basedOn === 0
        ? { ConditionExpression: 'attribute_not_exists(#name)', ExpressionAttributeNames: { '#name': 'name' } }
        : {
            ConditionExpression: 'currentVersion = :basedOn',
            ExpressionAttributeValues: { ':basedOn': item.basedOn },
          }),
    });
    return (await conditionalStoreCall('move the pointer of a routing table', this.#client.send(put))) !== undefined;
  }

  async #highestVersion(name: string): Promise<number> {
    const query = new QueryCommand({
      TableName: this.#tableName,
      KeyConditionExpression: '#name = :name',
      ProjectionExpression: 'version',
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: { ':name': name },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    });
    const { Items } = await storeCall('list routing tables', this.#client.send(query));
    return Number(Items?.[0]?.['version'] ?? 0);
  }

  /** Consistently: whoever has seen the pointer must find the version, and whoever has published must see the pointer. */
  async #item(name: string, version: number): Promise<Record<string, unknown> | undefined> {
    const get = new GetCommand({ TableName: this.#tableName, Key: { name, version }, ConsistentRead: true });
    return (await storeCall('load a routing table', this.#client.send(get))).Item;
  }
}
