import type { Bounds, Place } from './map-branch.ts';

/** Half the width of the area shown for a single place, in degrees. */
const leastReach = 0.25;

/** What a map shows that has nothing on it: the United States without Alaska and Hawaii. */
export const emptyMap: Bounds = { south: 24.4, west: -125, north: 49.4, east: -66.9 };

/** Around all of the places, at least half a degree each way. Goes over the antimeridian where that is narrower: Guam and Hawaii. */
export function boundsOf(places: readonly Place[]): Bounds {
  if (places.length === 0) return emptyMap;
  let south = 90;
  let north = -90;
  for (const { latitude } of places) {
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const [west, east] = narrowest(places.map(({ longitude }) => longitude));
  return widened({ south, west, north, east });
}

export function isInside({ south, west, north, east }: Bounds, { latitude, longitude }: Place): boolean {
  if (latitude < south || latitude > north) return false;
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}

/** From -180 up to 180. */
export function normalLongitude(degrees: number): number {
  // What is normal stays as it is, to the last digit.
  if (degrees >= -180 && degrees < 180) return degrees;
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

/** Leaves out the widest gap between neighbours on the circle. */
function narrowest(longitudes: readonly number[]): readonly [number, number] {
  const sorted = Float64Array.from(longitudes).toSorted();
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? first;
  let widest = first + 360 - last;
  let ends: readonly [number, number] = [first, last];
  for (let index = 1; index < sorted.length; index += 1) {
    const before = sorted[index - 1] ?? first;
    const after = sorted[index] ?? last;
    if (after - before > widest) {
      widest = after - before;
      ends = [after, before];
    }
  }
  return ends;
}

function widened({ south, west, north, east }: Bounds): Bounds {
  const width = west <= east ? east - west : east + 360 - west;
  const aside = Math.max(0, leastReach - width / 2);
  const above = Math.max(0, leastReach - (north - south) / 2);
  return {
    south: Math.max(-85, south - above),
    north: Math.min(85, north + above),
    west: normalLongitude(west - aside),
    east: normalLongitude(east + aside),
  };
}
