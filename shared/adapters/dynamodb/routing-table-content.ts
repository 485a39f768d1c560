import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { readTableHead, writeTableHead } from '../../contracts/stored-table/table-head.ts';
import { storedTableSourceSchema } from '../../contracts/stored-table/table-source.ts';
import type { RoutingTable } from '../../domain/routing/table.ts';
import { BridgeError } from '../../errors.ts';
import type { TableSource } from '../../ports/routing-table-store.ts';
import { branchesOf, openPackedBranches, packBranches } from '../packed-branches/packed-branches.ts';
import {
  corrupt,
  joinSections,
  maximumContentBytes,
  maximumOpenedBytes,
  opened,
  sectionsOf,
} from './routing-table-sections.ts';

/** Of the table without its branches, as JSON: reading it takes a second, which is all that a caller can wait for. */
const maximumHeadBytes = 12 * 1024 * 1024;

/** @throws BridgeError `table-too-large`. */
export async function writeContent({ branches, ...head }: RoutingTable): Promise<Uint8Array> {
  const json = Buffer.from(writeTableHead(head));
  if (json.length > maximumHeadBytes) throw tooLarge(head.name, json.length, maximumHeadBytes, 'without its branches');
  const [headOctets, branchOctets] = await Promise.all([
    compressed(head.name, json),
    compressed(head.name, packBranches(branchesOf(branches))),
  ]);
  return checkedSize(head.name, joinSections(headOctets, branchOctets));
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
