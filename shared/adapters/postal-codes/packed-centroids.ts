import type { Coordinates } from '../../domain/location.ts';

/**
 * Centroids of five-digit codes, five octets each, in the order of the codes:
 *
 *     offsets     1001 × uint16   where the codes with each three-digit prefix begin; the last: how many there are
 *     lastTwo     n × uint8       the last two digits, 0 to 99, ascending within a prefix
 *     latitudes   n × uint16      steps from the southernmost to the northernmost
 *     longitudes  n × uint16      steps eastward from the antimeridian side, so that Guam lies west of Hawaii
 *
 * All big-endian. A step is about 150 m of latitude and at most 260 m of longitude: half of it is the error.
 */
const prefixes = 1000;
const steps = 0xff_ff;
const south = -16;
const north = 72;
/** Guam, 144° E, is -216 here. */
const west = -217;
const east = -64;

export interface Centroid {
  /** Five digits. */
  readonly code: string;
  readonly coordinates: Coordinates;
}

/** @throws RangeError for a code that is not five digits, or a place outside of the United States and its islands. */
export function packCentroids(centroids: readonly Centroid[]): Uint8Array {
  const sorted = centroids.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const packed = new Uint8Array(lengthOf(sorted.length));
  const view = viewOf(packed);
  const layout = layoutOf(sorted.length);
  const counts = Array.from({ length: prefixes }, () => 0);
  for (const [index, { code, coordinates }] of sorted.entries()) {
    if (!/^\d{5}$/.test(code)) throw new RangeError(`not a five-digit code: "${code}"`);
    const prefix = Number(code.slice(0, 3));
    counts[prefix] = (counts[prefix] ?? 0) + 1;
    view.setUint8(layout.lastTwo + index, Number(code.slice(3)));
    view.setUint16(layout.latitudes + 2 * index, toSteps(coordinates.latitude, south, north));
    view.setUint16(layout.longitudes + 2 * index, toSteps(unwrapped(coordinates.longitude), west, east));
  }
  let offset = 0;
  for (const [prefix, count] of counts.entries()) {
    view.setUint16(2 * prefix, offset);
    offset += count;
  }
  view.setUint16(2 * prefixes, offset);
  return packed;
}

/** Finds a code of five digits by binary search among those with its prefix. */
export function findCentroid(packed: Uint8Array, code: string): Coordinates | undefined {
  const view = viewOf(packed);
  const prefix = Number(code.slice(0, 3));
  const lastTwo = Number(code.slice(3));
  const layout = layoutOf(view.getUint16(2 * prefixes));
  let low = view.getUint16(2 * prefix);
  let high = view.getUint16(2 * (prefix + 1)) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = view.getUint8(layout.lastTwo + middle);
    if (found === lastTwo) return coordinatesAt(view, middle, layout);
    if (found < lastTwo) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

interface Layout {
  readonly lastTwo: number;
  readonly latitudes: number;
  readonly longitudes: number;
}

function layoutOf(count: number): Layout {
  const lastTwo = 2 * (prefixes + 1);
  return { lastTwo, latitudes: lastTwo + count, longitudes: lastTwo + 3 * count };
}

function lengthOf(count: number): number {
  return layoutOf(count).longitudes + 2 * count;
}

function coordinatesAt(view: DataView, index: number, { latitudes, longitudes }: Layout): Coordinates {
  const longitude = fromSteps(view.getUint16(longitudes + 2 * index), west, east);
  return {
    latitude: rounded(fromSteps(view.getUint16(latitudes + 2 * index), south, north)),
    longitude: rounded(longitude < -180 ? longitude + 360 : longitude),
  };
}

/** East of the antimeridian continues westward: 144.8 becomes -215.2. */
function unwrapped(longitude: number): number {
  return longitude > 0 ? longitude - 360 : longitude;
}

function toSteps(degrees: number, from: number, to: number): number {
  if (!(degrees >= from && degrees <= to)) throw new RangeError(`outside of the packed area: ${degrees}°`);
  return Math.round(((degrees - from) / (to - from)) * steps);
}

function fromSteps(value: number, from: number, to: number): number {
  return from + (value / steps) * (to - from);
}

/** Four decimals are 11 m: more would pretend. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
