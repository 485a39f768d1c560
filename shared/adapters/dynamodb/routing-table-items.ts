import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { StoreCall, VersionRecord } from '../../ports/routing-table-store.ts';
import { pointedVersion, recordAttributes, recordOf, type Parts, type RecordAttributes } from './routing-table-item.ts';
import { abortable } from './routing-table-requests.ts';
import { conditionalStoreCall, storeCall } from './store-call.ts';

type Item = Record<string, unknown>;

/** Of the sort key: the item that names the current version. */
const pointer = 0;
/** No table is called so. */
const directory = { name: '#tables', version: 0 };

/**
 * The items of routing tables, one request a method. All reads are consistent: whoever has seen the pointer must find the version,
 * and whoever has published must see the pointer.
 */
export class RoutingTableItems {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async current(name: string, call: StoreCall = {}): Promise<number> {
    return pointedVersion(await this.#get({ name, version: pointer }, ['currentVersion'], call));
  }

  async version(
    name: string,
    version: number,
    attributes: readonly (keyof Parts)[],
    call: StoreCall = {},
  ): Promise<Item | undefined> {
    return version === pointer ? undefined : this.#get({ name, version }, attributes, call);
  }

  /** False when there is a version of that number. */
  async put(name: string, version: number, item: RecordAttributes & Parts): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: { ...item, name, version },
      ConditionExpression: 'attribute_not_exists(#name)',
      ExpressionAttributeNames: { '#name': 'name' },
    });
    return (await conditionalStoreCall('put a routing table', this.#client.send(put))) !== undefined;
  }

  /** False when the pointer no longer names the version that the publication is based on. */
  async movePointer(name: string, version: number, record: RecordAttributes): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: { ...record, name, version: pointer, currentVersion: version },
      ...(record.basedOn === 0
        ? { ConditionExpression: 'attribute_not_exists(#name)', ExpressionAttributeNames: { '#name': 'name' } }
        : {
            ConditionExpression: 'currentVersion = :basedOn',
            ExpressionAttributeValues: { ':basedOn': record.basedOn },
          }),
    });
    return (await conditionalStoreCall('move the pointer of a routing table', this.#client.send(put))) !== undefined;
  }

  /** The version of the highest number, whether it is in force or not, with its runtime part; `undefined` when there is none. */
  async newest(name: string, call: StoreCall): Promise<Item | undefined> {
    return (await this.#records(name, { projection: ['version', 'runtime'], limit: 1, call })).items[0];
  }

  async highestVersion(name: string): Promise<number> {
    const [highest] = (await this.#records(name, { projection: ['version'], limit: 1 })).items;
    return Number(highest?.['version'] ?? 0);
  }

  /** From `from` downwards, written or not in force: whoever asks tells them apart. */
  async *records(name: string, from: number, call: StoreCall = {}): AsyncGenerator<VersionRecord> {
    let start: Item | undefined = { name, version: from + 1 };
    while (start !== undefined) {
      const page = await this.#records(name, { projection: recordAttributes, start, call });
      for (const item of page.items) yield recordOf(item);
      start = page.next;
    }
  }

  /** Names of which a first publication was begun. */
  async names(): Promise<readonly string[]> {
    const names = (await this.#get(directory, ['names'], {}))?.['names'];
    return names instanceof Set ? [...names].map(String) : [];
  }

  async addName(name: string): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.#tableName,
      Key: directory,
      UpdateExpression: 'ADD #names :names',
      ExpressionAttributeNames: { '#names': 'names' },
      ExpressionAttributeValues: { ':names': new Set([name]) },
    });
    await storeCall('list a routing table', this.#client.send(update));
  }

  async #get(key: typeof directory, attributes: readonly string[], call: StoreCall): Promise<Item | undefined> {
    const get = new GetCommand({
      TableName: this.#tableName,
      Key: key,
      ...projection(attributes),
      ConsistentRead: true,
    });
    return (await storeCall('load a routing table', this.#client.send(get, abortable(call)))).Item;
  }

  /** Highest version first. */
  async #records(
    name: string,
    options: {
      readonly projection: readonly string[];
      readonly limit?: number;
      readonly start?: Item;
      readonly call?: StoreCall;
    },
  ): Promise<{ readonly items: readonly Item[]; readonly next: Item | undefined }> {
    const { limit, start, call = {} } = options;
    const { ExpressionAttributeNames, ProjectionExpression } = projection(options.projection);
    const query = new QueryCommand({
      TableName: this.#tableName,
      KeyConditionExpression: '#name = :name AND #version > :pointer',
      ProjectionExpression,
      ExpressionAttributeNames: { ...ExpressionAttributeNames, '#name': 'name', '#version': 'version' },
      ExpressionAttributeValues: { ':name': name, ':pointer': pointer },
      ScanIndexForward: false,
      ConsistentRead: true,
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await storeCall(
      'list routing tables',
      this.#client.send(query, abortable(call)),
    );
    return { items: Items, next: LastEvaluatedKey };
  }
}

/** By placeholders: "source" and "name" are reserved words of DynamoDB. */
function projection(attributes: readonly string[]): {
  readonly ProjectionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
} {
  return {
    ProjectionExpression: attributes.map((each) => `#${each}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((each) => [`#${each}`, each])),
  };
}
