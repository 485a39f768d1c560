import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import { storedRoutingTableSchema } from '../../contracts/stored-routing-table.ts';
import type { RoutingTable } from '../../domain/routing/table.ts';
import { BridgeError } from '../../errors.ts';
import type { Publication } from '../../ports/routing-table-store.ts';

/** Amazon DynamoDB developer guide, limits: an item, attribute names included, has at most 400 kB. */
const maximumItemBytes = 400 * 1024;
/** Attribute names and numbers, generously. */
const overheadBytes = 256;
/** A corrupt item must not fill the function's memory. */
const maximumTableBytes = 64 * 1024 * 1024;

const itemSchema = z.object({ version: z.int().positive(), table: z.instanceof(Uint8Array) });
const pointerSchema = z.object({ currentVersion: z.int().positive() });

/** The item of one version: who, why and when in plain attributes, the table in compressed JSON. */
export interface RoutingTableItem {
  readonly name: string;
  readonly version: number;
  readonly table: Uint8Array;
  readonly basedOn: number;
  readonly publishedBy: string;
  readonly publishedBecause: string;
  readonly publishedAt: number;
}

/** @throws BridgeError `table-too-large`. */
export async function toItem(
  table: RoutingTable,
  publication: Publication,
): Promise<Omit<RoutingTableItem, 'version'>> {
  const compressed = await promisify(gzip)(JSON.stringify(table));
  const { basedOn, by, because, at } = publication;
  const bytes = compressed.length + Buffer.byteLength(table.name + by + because) + overheadBytes;
  if (bytes > maximumItemBytes) {
    throw new BridgeError(
      'table-too-large',
      `routing table ${table.name} has ${bytes} bytes when compiled and compressed, more than the ${maximumItemBytes} of a DynamoDB item: use fewer branches or schedules`,
    );
  }
  return { name: table.name, table: compressed, basedOn, publishedBy: by, publishedBecause: because, publishedAt: at };
}

/** @throws BridgeError `record-corrupt`. */
export async function tableOf(item: unknown): Promise<RoutingTable> {
  try {
    const { table } = itemSchema.parse(item);
    const json = await promisify(gunzip)(table, { maxOutputLength: maximumTableBytes });
    return storedRoutingTableSchema.parse(JSON.parse(json.toString('utf8')));
  } catch (error) {
    throw new BridgeError('record-corrupt', 'stored routing table: not as the contract says', { cause: error });
  }
}

/** The version that the pointer names; 0 when there is no pointer. @throws BridgeError `record-corrupt`. */
export function pointedVersion(pointer: unknown): number {
  if (pointer === undefined) return 0;
  const read = pointerSchema.safeParse(pointer);
  if (!read.success)
    throw new BridgeError('record-corrupt', 'stored routing table: the pointer names no version', {
      cause: read.error,
    });
  return read.data.currentVersion;
}
