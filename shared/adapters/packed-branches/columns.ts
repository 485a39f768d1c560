import * as z from 'zod';
import {
  formatVersion,
  headerLength,
  magic,
  millionths,
  sectionNames,
  type SectionName,
  type Tables,
} from './format.ts';

/** Texts of all rows, one behind the other. */
export interface TextColumn {
  readonly octets: Uint8Array;
  /** Where each row's text begins; one more for the end of the last. */
  readonly offsets: Uint32Array;
}

/** The sections of a packed block, checked: what they say of each other is true. */
export interface Columns extends Tables {
  readonly count: number;
  readonly treeOrder: Uint16Array | Uint32Array;
  readonly longitudes: Int32Array;
  readonly latitudes: Int32Array;
  readonly schedules: Uint32Array;
  readonly serviceSetOf: Uint32Array;
  readonly capacities: Uint16Array;
  readonly ids: TextColumn;
  readonly names: TextColumn;
  readonly numbers: TextColumn;
}

const tablesSchema = z.object({
  scheduleIds: z.array(z.string()),
  serviceSets: z.array(z.array(z.string())),
});

/** @throws RangeError on octets that `packBranches` did not write. */
export function readColumns(octets: Uint8Array): Columns {
  const { count, sections } = readSections(octets);
  const tables = readTables(sections.tables);
  const columns: Columns = {
    ...tables,
    count,
    treeOrder:
      count < 65_536 ? column(Uint16Array, sections.treeOrder, count) : column(Uint32Array, sections.treeOrder, count),
    longitudes: column(Int32Array, sections.longitudes, count),
    latitudes: column(Int32Array, sections.latitudes, count),
    schedules: column(Uint32Array, sections.schedules, count),
    serviceSetOf: column(Uint32Array, sections.serviceSets, count),
    capacities: column(Uint16Array, sections.capacities, count),
    ids: textColumn(column(Uint16Array, sections.idLengths, count), sections.ids),
    names: textColumn(column(Uint16Array, sections.nameLengths, count), sections.names),
    numbers: textColumn(column(Uint16Array, sections.numberLengths, count), sections.numbers),
  };
  check(
    columns.schedules.every((number) => number <= tables.scheduleIds.length),
    'a schedule that is not there',
  );
  check(
    columns.serviceSetOf.every((number) => number < tables.serviceSets.length),
    'services that are not there',
  );
  check(
    columns.longitudes.every((value) => Math.abs(value) <= 180 * millionths),
    'a longitude beyond 180°',
  );
  check(
    columns.latitudes.every((value) => Math.abs(value) <= 90 * millionths),
    'a latitude beyond 90°',
  );
  const inTree = new Uint8Array(count);
  for (const row of columns.treeOrder) inTree[row] = 1;
  check(
    inTree.every((once) => once === 1),
    'a tree without some branches',
  );
  return columns;
}

export function textAt({ octets, offsets }: TextColumn, row: number): string {
  return decoder.decode(octets.subarray(offsets[row], offsets[row + 1]));
}

/** The first row that has this text. Octets are compared, since decoding 100,000 texts would keep a caller waiting. */
export function rowOf({ octets, offsets }: TextColumn, text: string): number | undefined {
  const wanted = encoder.encode(text);
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    const start = offsets[row] ?? 0;
    if ((offsets[row + 1] ?? 0) - start !== wanted.length) continue;
    // From the end: ids often begin alike.
    let place = wanted.length;
    while (place > 0 && octets[start + place - 1] === wanted[place - 1]) place -= 1;
    if (place === 0) return row;
  }
  return undefined;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

function readSections(octets: Uint8Array): {
  readonly count: number;
  readonly sections: Readonly<Record<SectionName, Uint8Array>>;
} {
  check(octets.length >= headerLength, 'fewer octets than a header');
  const words = new DataView(octets.buffer, octets.byteOffset, headerLength);
  check(words.getUint32(0, true) === magic, 'another beginning');
  const version = words.getUint32(4, true);
  check(version === formatVersion, `format version ${version}, where ${formatVersion} is known`);
  let end = headerLength;
  const sections = Object.fromEntries(
    sectionNames.map((name, index) => {
      const start = end;
      end += words.getUint32(4 * (3 + index), true);
      return [name, octets.subarray(start, end)];
    }),
  ) as Record<SectionName, Uint8Array>;
  check(end === octets.length, `${octets.length} octets, where the header says ${end}`);
  return { count: words.getUint32(8, true), sections };
}

/** A copy, since a typed array has to begin at a multiple of its width. */
function column<Numbers extends Uint16Array | Uint32Array | Int32Array>(
  Type: { readonly BYTES_PER_ELEMENT: number; new (buffer: ArrayBuffer): Numbers },
  octets: Uint8Array,
  count: number,
): Numbers {
  check(octets.length === count * Type.BYTES_PER_ELEMENT, `a column that is not ${count} long`);
  return new Type(new Uint8Array(octets).buffer);
}

function textColumn(lengths: Uint16Array, octets: Uint8Array): TextColumn {
  const offsets = new Uint32Array(lengths.length + 1);
  let end = 0;
  for (let row = 0; row < lengths.length; row += 1) {
    end += lengths[row] ?? 0;
    offsets[row + 1] = end;
  }
  check(end === octets.length, 'texts of another length');
  return { octets, offsets };
}

function readTables(octets: Uint8Array): Tables {
  try {
    return tablesSchema.parse(JSON.parse(decoder.decode(octets)));
  } catch (cause) {
    throw new RangeError('not packed branches: tables that cannot be read', { cause });
  }
}

function check(holds: boolean, found: string): void {
  if (!holds) throw new RangeError(`not packed branches: ${found}`);
}
