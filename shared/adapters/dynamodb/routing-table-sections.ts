import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BridgeError } from '../../errors.ts';

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
/** Of each compressed section when it is opened: a corrupt one must not fill the function's memory. */
export const maximumOpenedBytes = 128 * 1024 * 1024;
/** By the usual 16 kB at a time, a large table takes more than twice as long. */
const openedAtOnceBytes = 4 * 1024 * 1024;

/** For what is in the store and should not be. */
export function corrupt(problem: string, cause?: unknown): BridgeError {
  return new BridgeError('record-corrupt', `stored routing table: ${problem}`, { cause });
}

export function joinSections(head: Uint8Array, branches: Uint8Array): Buffer {
  const header = Buffer.alloc(headerLength);
  for (const [index, word] of [magic, formatVersion, head.length, branches.length].entries())
    header.writeUInt32LE(word, 4 * index);
  return Buffer.concat([header, head, branches]);
}

/** @throws BridgeError `record-corrupt`, or `table-format-unknown` for a version that a newer release wrote. */
export function sectionsOf(octets: Uint8Array): { readonly head: Uint8Array; readonly branches: Uint8Array } {
  const { headEnd, end } = layoutOf(octets);
  if (end !== octets.length) throw corrupt('its lengths do not add up');
  return { head: octets.subarray(headerLength, headEnd), branches: octets.subarray(headEnd) };
}

/**
 * The head, out of the first octets of a content; `undefined` when they do not reach to its end.
 * @throws BridgeError as `sectionsOf` does.
 */
export function headAtBeginning(octets: Uint8Array): Uint8Array | undefined {
  const { headEnd } = layoutOf(octets);
  return headEnd > octets.length ? undefined : octets.subarray(headerLength, headEnd);
}

/** Decompresses a section. */
export function opened(section: Uint8Array): Promise<Buffer> {
  return promisify(gunzip)(section, { maxOutputLength: maximumOpenedBytes, chunkSize: openedAtOnceBytes });
}

function layoutOf(octets: Uint8Array): { readonly headEnd: number; readonly end: number } {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const word = (index: number): number => view.getUint32(4 * index, true);
  if (octets.length < headerLength || word(0) !== magic) throw corrupt('its content begins like something else');
  if (word(1) > formatVersion) {
    throw new BridgeError(
      'table-format-unknown',
      `stored routing table: format version ${word(1)}, where ${formatVersion} is known: deploy the release that published it`,
    );
  }
  if (word(1) !== formatVersion) throw corrupt('its lengths do not add up');
  const headEnd = headerLength + word(2);
  return { headEnd, end: headEnd + word(3) };
}
