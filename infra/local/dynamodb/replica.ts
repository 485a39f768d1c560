import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ItemLocks } from './item-locks.ts';
import type { StoredItem, WrittenItem } from './written-items.ts';

/** An item as it was after a write: undefined when that was a deletion. */
export interface ItemImage {
  readonly item: WrittenItem;
  readonly attributes: StoredItem | undefined;
  /** Of two images of one item the one with the higher number was written later. */
  readonly order: number;
}

/** The tables of one Region, for those who copy to them and from them. */
export class Replica {
  readonly region: string;
  readonly locks = new ItemLocks();
  readonly #client: DynamoDBClient;
  /** By item: the order of what it holds. */
  readonly #orders = new Map<string, number>();

  constructor({ region, endpoint }: { readonly region: string; readonly endpoint: string }) {
    this.region = region;
    this.#client = new DynamoDBClient({
      region,
      endpoint,
      maxAttempts: 1,
      credentials: { accessKeyId: 'REPLICATION', secretAccessKey: 'local-secret' },
      requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    });
  }

  /** What has just been written here; its item must be held. Rejects with DynamoDB's error, or the network's. */
  async imageOf(item: WrittenItem, order: number): Promise<ItemImage> {
    this.#orders.set(item.id, order);
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: item.tableName, Key: item.key, ConsistentRead: true }),
    );
    return { item, attributes: Item, order };
  }

  /** Takes another Region's image, unless what it has was written later. Rejects as above, and has then taken nothing. */
  take({ item, attributes, order }: ItemImage): Promise<void> {
    return this.locks.hold([item.id], async () => {
      if ((this.#orders.get(item.id) ?? 0) >= order) return;
      const { tableName: TableName, key: Key } = item;
      await (attributes === undefined
        ? this.#client.send(new DeleteItemCommand({ TableName, Key }))
        : this.#client.send(new PutItemCommand({ TableName, Item: attributes })));
      this.#orders.set(item.id, order);
    });
  }

  close(): void {
    this.#client.destroy();
  }
}
