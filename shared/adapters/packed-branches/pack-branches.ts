import KDBush from 'kdbush';
import type { Branch } from '../../domain/routing/branches.ts';
import {
  formatVersion,
  headerLength,
  magic,
  millionths,
  nodeSize,
  sectionNames,
  type SectionName,
  type Tables,
} from './format.ts';

/**
 * The branches as one block of octets, in this order, with a kd-tree to find the nearest by. Coordinates are rounded to a millionth
 * of a degree, which is what a branch has by its definition.
 *
 * @throws RangeError for what the block has no room for: coordinates that are not on Earth, a capacity above 65,535,
 *   a text of more than 65,535 octets.
 */
export function packBranches(branches: readonly Branch[]): Uint8Array {
  const longitudes = Int32Array.from(branches, ({ id, coordinates }) => inMillionths(coordinates.longitude, 180, id));
  const latitudes = Int32Array.from(branches, ({ id, coordinates }) => inMillionths(coordinates.latitude, 90, id));
  const schedules = interned(branches.map(({ scheduleId }) => scheduleId));
  const serviceSets = interned(branches.map(({ services }) => JSON.stringify(services)));
  const ids = textColumn(branches.map(({ id }) => id));
  const names = textColumn(branches.map(({ name }) => name));
  const numbers = textColumn(branches.map(({ number }) => number));
  const tables: Tables = {
    scheduleIds: schedules.table,
    serviceSets: serviceSets.table.map((text) => JSON.parse(text) as string[]),
  };
  return assembled(branches.length, {
    treeOrder: treeOrder(longitudes, latitudes),
    longitudes,
    latitudes,
    schedules: schedules.column,
    serviceSets: serviceSets.column.map((position) => position - 1),
    capacities: Uint16Array.from(branches, ({ id, capacity }) => checkedCapacity(capacity, id)),
    idLengths: ids.lengths,
    nameLengths: names.lengths,
    numberLengths: numbers.lengths,
    ids: ids.octets,
    names: names.octets,
    numbers: numbers.octets,
    tables: new TextEncoder().encode(JSON.stringify(tables)),
  });
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

function assembled(count: number, sections: Readonly<Record<SectionName, Column>>): Uint8Array {
  const columns = sectionNames.map((name) => sections[name]);
  const header = new DataView(new ArrayBuffer(headerLength));
  const words = [magic, formatVersion, count, ...columns.map(({ byteLength }) => byteLength)];
  for (const [index, word] of words.entries()) header.setUint32(4 * index, word, true);

  const octets = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, headerLength));
  octets.set(new Uint8Array(header.buffer));
  let offset = headerLength;
  for (const { buffer, byteOffset, byteLength } of columns) {
    octets.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += byteLength;
  }
  return octets;
}

function treeOrder(longitudes: Int32Array, latitudes: Int32Array): Uint16Array | Uint32Array {
  const tree = new KDBush(longitudes.length, nodeSize, Int32Array);
  for (const [row, longitude] of longitudes.entries()) tree.add(longitude, latitudes[row] ?? 0);
  return tree.finish().ids;
}

function inMillionths(degrees: number, limit: number, id: string): number {
  if (!(Math.abs(degrees) <= limit)) throw new RangeError(`branch "${id}" has coordinates that are not on Earth`);
  return Math.round(degrees * millionths);
}

function checkedCapacity(capacity: number | undefined, id: string): number {
  if (capacity === undefined) return 0;
  if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= 0xff_ff))
    throw new RangeError(`branch "${id}" has a capacity that is not 1 to 65535`);
  return capacity;
}

/** Each text once, and for each row one more than its position; 0: no text. */
function interned(texts: readonly (string | undefined)[]): {
  readonly table: readonly string[];
  readonly column: Uint32Array;
} {
  const positions = new Map<string, number>();
  for (const text of texts) if (text !== undefined && !positions.has(text)) positions.set(text, positions.size + 1);
  return {
    table: [...positions.keys()],
    column: Uint32Array.from(texts, (text) => (text === undefined ? 0 : (positions.get(text) ?? 0))),
  };
}

function textColumn(texts: readonly string[]): { readonly octets: Uint8Array; readonly lengths: Uint16Array } {
  const encoder = new TextEncoder();
  const octets = texts.map((text) => encoder.encode(text));
  const tooLong = octets.findIndex(({ length }) => length > 0xff_ff);
  if (tooLong !== -1) throw new RangeError(`branch ${tooLong} has a text of more than 65535 octets`);
  const column = new Uint8Array(octets.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const each of octets) {
    column.set(each, offset);
    offset += each.length;
  }
  return { octets: column, lengths: Uint16Array.from(octets, ({ length }) => length) };
}
