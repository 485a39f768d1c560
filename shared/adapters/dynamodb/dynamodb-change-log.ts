import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { epochMsSchema } from '../../contracts/call-context.ts';
import { readChangesCursor, writeChangesCursor } from '../../contracts/changes-cursor.ts';
import { changeKinds, type Change } from '../../domain/change.ts';
import { epochMs, epochSeconds } from '../../domain/time.ts';
import { BridgeError } from '../../errors.ts';
import type { Logger } from '../../observability/logger.ts';
import type { ChangeLog, ChangesPage } from '../../ports/change-log.ts';
import type { Ids } from '../../ports/ids.ts';
import { systemIds } from '../system/system-ids.ts';
import { storeCall } from './store-call.ts';

type Item = Record<string, unknown>;

const topic = 'changes';
const keptForMs = 400 * 24 * 60 * 60 * 1000;

const entrySchema = z.object({ entry: z.string() });
const changeSchema = z.object({
  at: epochMsSchema,
  kind: z.enum(changeKinds),
  by: z.string(),
  subject: z.string(),
  version: z.int().positive().exactOptional(),
  because: z.string().exactOptional(),
  detail: z.string().exactOptional(),
});

export interface DynamoDbChangeLogOptions {
  readonly tableName: string;
  /** What tells two changes of one millisecond apart. Default: random. */
  readonly ids?: Ids;
  /** Is told of entries that cannot be read. */
  readonly log?: Logger;
}

/**
 * Changes in DynamoDB: all in one partition, by time. DynamoDB writes 1,000 items a second there, which is more than people change.
 * An entry that cannot be read is left out, and logged, for the others are to be seen all the same.
 */
export class DynamoDbChangeLog implements ChangeLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #ids: Ids;
  readonly #log: Logger | undefined;

  constructor(client: DynamoDBDocumentClient, { tableName, ids = systemIds, log }: DynamoDbChangeLogOptions) {
    this.#client = client;
    this.#tableName = tableName;
    this.#ids = ids;
    this.#log = log;
  }

  async add(change: Change): Promise<void> {
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: {
        ...change,
        topic,
        entry: `${String(change.at).padStart(15, '0')}#${this.#ids.uuid()}`,
        timeToLive: epochSeconds(epochMs(change.at + keptForMs)),
      },
    });
    await storeCall('put a change', this.#client.send(put));
  }

  async latest({
    limit,
    cursor,
  }: {
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<ChangesPage | undefined> {
    const after = cursor === undefined ? undefined : readChangesCursor(cursor);
    if (cursor !== undefined && after === undefined) return undefined;
    const items = await this.#items(limit + 1, after);
    const page = items.slice(0, limit);
    const last = entrySchema.safeParse(page.at(-1)).data?.entry;
    return {
      changes: page.flatMap((item) => this.#readable(item)),
      ...(items.length > limit && last !== undefined ? { cursor: writeChangesCursor(last) } : {}),
    };
  }

  /** Latest first; a page of DynamoDB has 1 MB, which is more than 101 changes. */
  async #items(limit: number, after: string | undefined): Promise<readonly Item[]> {
    const query = new QueryCommand({
      TableName: this.#tableName,
      KeyConditionExpression: 'topic = :topic',
      ExpressionAttributeValues: { ':topic': topic },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
      ...(after === undefined ? {} : { ExclusiveStartKey: { topic, entry: after } }),
    });
    return (await storeCall('list changes', this.#client.send(query))).Items ?? [];
  }

  #readable(item: Item): readonly Change[] {
    const read = changeSchema.safeParse(item);
    if (read.success) return [read.data];
    this.#log?.error(
      'change-not-read',
      new BridgeError('record-corrupt', 'stored change: not as the contract says', { cause: read.error }),
    );
    return [];
  }
}
