import { createHash } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { EpochMs } from '../../domain/time.ts';
import { chunkKey, contentTimeToLive, type StoredDraftHead } from './draft-item.ts';
import { inParallel } from './routing-table-requests.ts';
import { storeCall } from './store-call.ts';

/** Amazon DynamoDB developer guide, limits: an item, attribute names included, has at most 400 kB. */
const chunkBytes = 380 * 1024;
const requestsAtOnce = 8;

const chunkSchema = z.object({ octets: z.instanceof(Uint8Array) });

/** What a head says of its content. */
export type ContentShape = Pick<StoredDraftHead, 'chunks' | 'sha256'>;

/** The contents of drafts, in chunks under the etag of the saving that they belong to: none is ever written over. */
export class DraftContents {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  /** To be done before the head is moved to it. */
  async write(
    name: string,
    { etag, at, octets }: { readonly etag: string; readonly at: EpochMs; readonly octets: Uint8Array },
  ): Promise<ContentShape> {
    const chunks = Math.ceil(octets.length / chunkBytes);
    await inParallel(chunks, requestsAtOnce, async (index) => {
      const put = new PutCommand({
        TableName: this.#tableName,
        Item: {
          ...chunkKey(name, etag, index + 1),
          octets: octets.subarray(index * chunkBytes, (index + 1) * chunkBytes),
          timeToLive: contentTimeToLive(at),
        },
      });
      await storeCall('put a part of a draft', this.#client.send(put));
    });
    return { chunks, sha256: sha256(octets) };
  }

  /** Undefined when a part of it is missing, or is not what was written. */
  async read(name: string, { etag, chunks, sha256: expected }: StoredDraftHead): Promise<Uint8Array | undefined> {
    const parts = await inParallel(chunks, requestsAtOnce, async (index) => {
      const get = new GetCommand({
        TableName: this.#tableName,
        Key: chunkKey(name, etag, index + 1),
        ConsistentRead: true,
      });
      const { Item } = await storeCall('load a part of a draft', this.#client.send(get));
      return chunkSchema.safeParse(Item).data?.octets;
    });
    const octets = Buffer.concat(parts.filter((part) => part !== undefined));
    return sha256(octets) === expected ? octets : undefined;
  }

  async delete(name: string, { etag, chunks }: Pick<StoredDraftHead, 'etag' | 'chunks'>): Promise<void> {
    await inParallel(chunks, requestsAtOnce, async (index) => {
      const deletion = new DeleteCommand({ TableName: this.#tableName, Key: chunkKey(name, etag, index + 1) });
      await storeCall('delete a part of a draft', this.#client.send(deletion));
    });
  }
}

function sha256(octets: Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex');
}
