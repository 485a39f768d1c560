import { createHash } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { StoreCall } from '../../ports/routing-table-store.ts';
import { corrupt, maximumContentBytes } from './routing-table-sections.ts';
import { abortable, inParallel } from './routing-table-requests.ts';
import { storeCall } from './store-call.ts';

/**
 * Amazon DynamoDB developer guide, limits: an item, attribute names included, has at most 400 kB. Both parts of a version,
 * and who published it and why, have to go into one when they are not divided.
 */
const largestInlineBytes = 150 * 1024;
const chunkBytes = 380 * 1024;
const requestsAtOnce = 8;

/** Where the octets of a part are that was divided: a partition of its own, named by what is in it. */
const dividedPartSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive().max(maximumContentBytes),
});

type DividedPart = z.infer<typeof dividedPartSchema>;

/** A part as the item of a version has it: its octets, or where they are. */
export type StoredPart = Uint8Array | DividedPart;
export const storedPartSchema: z.ZodType<StoredPart> = z.union([z.instanceof(Uint8Array), dividedPartSchema]);

const chunkSchema = z.object({ octets: z.instanceof(Uint8Array) });

/**
 * The chunks of parts that are too large for one item. Named by content, they never change, several versions may share them,
 * and writing them again does no harm.
 */
export class RoutingTableChunks {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  /** To be done before the version is written that refers to them, so that there is never half a version. */
  async write(name: string, octets: Uint8Array): Promise<StoredPart> {
    if (octets.length <= largestInlineBytes) return octets;
    const part = { sha256: sha256(octets), bytes: octets.length };
    await inParallel(chunkCount(part), requestsAtOnce, async (index) => {
      const put = new PutCommand({
        TableName: this.#tableName,
        Item: { ...chunkKey(name, part, index), octets: octets.subarray(index * chunkBytes, (index + 1) * chunkBytes) },
      });
      await storeCall('put a part of a routing table', this.#client.send(put));
    });
    return part;
  }

  /** @throws BridgeError `record-corrupt` when a chunk is missing, or not what was written. */
  async read(name: string, part: StoredPart, call: StoreCall): Promise<Uint8Array> {
    if (part instanceof Uint8Array) return part;
    const chunks = await inParallel(chunkCount(part), requestsAtOnce, (index) => this.#chunk(name, part, index, call));
    const octets = Buffer.concat(chunks);
    if (sha256(octets) !== part.sha256) throw corrupt('a part of it was changed');
    return octets;
  }

  /**
   * The first octets of a part: all of it, or its first chunk, which alone cannot be held against the hash of the whole.
   * @throws BridgeError `record-corrupt` when the chunk is missing.
   */
  readBeginning(name: string, part: StoredPart, call: StoreCall): Promise<Uint8Array> {
    return part instanceof Uint8Array ? Promise.resolve(part) : this.#chunk(name, part, 0, call);
  }

  async #chunk(name: string, part: DividedPart, index: number, call: StoreCall): Promise<Uint8Array> {
    const get = new GetCommand({ TableName: this.#tableName, Key: chunkKey(name, part, index), ConsistentRead: true });
    const { Item } = await storeCall('load a part of a routing table', this.#client.send(get, abortable(call)));
    const read = chunkSchema.safeParse(Item);
    if (!read.success) throw corrupt(`part ${index + 1} of ${chunkCount(part)} is missing`, read.error);
    return read.data.octets;
  }
}

function chunkKey(name: string, { sha256 }: DividedPart, index: number): { name: string; version: number } {
  return { name: `${name}#${sha256}`, version: index + 1 };
}

function chunkCount({ bytes }: DividedPart): number {
  return Math.ceil(bytes / chunkBytes);
}

function sha256(octets: Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex');
}
