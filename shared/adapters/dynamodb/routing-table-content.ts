import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { readTableHead, writeTableHead } from '../../contracts/stored-table/table-head.ts';
import { storedTableSourceSchema } from '../../contracts/stored-table/table-source.ts';
import type { RoutingTable } from '../../domain/routing/table.ts';
import { BridgeError } from '../../errors.ts';
import type { TableSource } from '../../ports/routing-table-store.ts';
import { branchesOf, openPackedBranches, packBranches } from '../packed-branches/packed-branches.ts';

/**
 * What calls are routed by, as one block of octets:
 *
 *     magic          4 octets   "SCBT"
 *     version        uint32     1; a change of anything in it, packed branches included, makes it the next
 *     headLength     uint32
 *     branchesLength uint32
 *     head           the table without its branches, JSON, gzip
 *     branches       packed branches, gzip
 *
 * Numbers are little-endian.
 */
const magic = 0x54_42_43_53;
const formatVersion = 1;
const headerLength = 16;

/** Of the runtime content, and of the source, when compressed. */
export const maximumContentBytes = 32 * 1024 * 1024;
/** Of the table without its branches, as JSON: reading it takes a second, which is all that a caller can wait for. */
const maximumHeadBytes = 12 * 1024 * 1024;
/** Of each compressed section when it is opened: a corrupt one must not fill the function's memory. */
const maximumOpenedBytes = 128 * 1024 * 1024;
/** By the usual 16 kB at a time, a large table takes more than twice as long. */
const openedAtOnceBytes = 4 * 1024 * 1024;

/** @throws BridgeError `table-too-large`. */
export async function writeContent({ branches, ...head }: RoutingTable): Promise<Uint8Array> {
  const json = Buffer.from(writeTableHead(head));
  if (json.length > maximumHeadBytes) throw tooLarge(head.name, json.length, maximumHeadBytes, 'without its branches');
  const [headOctets, branchOctets] = await Promise.all([
    compressed(head.name, json),
    compressed(head.name, packBranches(branchesOf(branches))),
  ]);
  const header = Buffer.alloc(headerLength);
  for (const [index, word] of [magic, formatVersion, headOctets.length, branchOctets.length].entries())
    header.writeUInt32LE(word, 4 * index);
  return checkedSize(head.name, Buffer.concat([header, headOctets, branchOctets]));
}

/** @throws BridgeError `record-corrupt`, or `table-format-unknown` for a version that a newer release wrote. */
export async function readContent(octets: Uint8Array): Promise<RoutingTable> {
  const sections = sectionsOf(octets);
  try {
    const [head, branchOctets] = await Promise.all([opened(sections.head), opened(sections.branches)]);
    const table = { ...readTableHead(head.toString('utf8')), branches: openPackedBranches(branchOctets) };
    checkNamedBranches(table);
    return table;
  } catch (cause) {
    throw corrupt('its content cannot be read', cause);
  }
}

/** @throws BridgeError `table-too-large`. */
export async function writeSource(tableName: string, source: TableSource): Promise<Uint8Array> {
  return checkedSize(tableName, await compressed(tableName, Buffer.from(JSON.stringify(source))));
}

/** @throws BridgeError `record-corrupt`. */
export async function readSource(octets: Uint8Array): Promise<TableSource> {
  try {
    return storedTableSourceSchema.parse(JSON.parse((await opened(octets)).toString('utf8')));
  } catch (cause) {
    throw corrupt('its source cannot be read', cause);
  }
}

/** For what is in the store and should not be. */
export function corrupt(problem: string, cause?: unknown): BridgeError {
  return new BridgeError('record-corrupt', `stored routing table: ${problem}`, { cause });
}

function sectionsOf(octets: Uint8Array): { readonly head: Uint8Array; readonly branches: Uint8Array } {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const word = (index: number): number => view.getUint32(4 * index, true);
  if (octets.length < headerLength || word(0) !== magic) throw corrupt('its content begins like something else');
  if (word(1) > formatVersion) {
    throw new BridgeError(
      'table-format-unknown',
      `stored routing table: format version ${word(1)}, where ${formatVersion} is known: deploy the release that published it`,
    );
  }
  const headEnd = headerLength + word(2);
  if (word(1) !== formatVersion || headEnd + word(3) !== octets.length) throw corrupt('its lengths do not add up');
  return { head: octets.subarray(headerLength, headEnd), branches: octets.subarray(headEnd) };
}

function checkNamedBranches({ namedBranches, branches }: RoutingTable): void {
  for (const [id, index] of Object.entries(namedBranches)) {
    if (branches.at(index).id !== id) throw new RangeError(`the branch that is named "${id}" is another`);
  }
}

async function compressed(tableName: string, octets: Uint8Array): Promise<Buffer> {
  // Else nobody could open it again.
  if (octets.length > maximumOpenedBytes)
    throw tooLarge(tableName, octets.length, maximumOpenedBytes, 'before compression');
  return promisify(gzip)(octets);
}

function opened(octets: Uint8Array): Promise<Buffer> {
  return promisify(gunzip)(octets, { maxOutputLength: maximumOpenedBytes, chunkSize: openedAtOnceBytes });
}

function checkedSize(tableName: string, octets: Uint8Array): Uint8Array {
  if (octets.length > maximumContentBytes)
    throw tooLarge(tableName, octets.length, maximumContentBytes, 'when compressed');
  return octets;
}

function tooLarge(tableName: string, bytes: number, most: number, when: string): BridgeError {
  const megabytes = (octets: number): number => Math.ceil(octets / 1024 / 1024);
  return new BridgeError(
    'table-too-large',
    `routing table ${tableName} has ${megabytes(bytes)} MB ${when}; ${megabytes(most)} MB is the most: use fewer branches, rules or schedules`,
  );
}
