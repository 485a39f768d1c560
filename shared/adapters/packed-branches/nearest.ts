import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { earthRadiusKilometers, kilometersBetween, type Coordinates } from '../../domain/location.ts';
import type { BranchAtDistance, BranchSearch } from '../../domain/routing/branches.ts';
import { millionths, nodeSize } from './format.ts';
import { textAt, type Columns } from './columns.ts';

/** How far geokdbush's distances and ours may be apart through rounding, in kilometres: most near the antipodes. */
const tolerance = 0.001;

/** geokdbush takes this for the radius of the Earth, in kilometres. */
const treeRadius = 6371;

/** Beyond, nothing is gained by a cap: half the circumference is 20,015 km. */
const longestCap = 20_000;

/** Found beyond what is asked for, to see that nothing is left that is just as far as the last. */
const beyond = 1;

/** The tree as it was when it was packed: nothing is sorted again. */
export function treeOf({ count, treeOrder, longitudes, latitudes }: Columns): KDBush {
  const tree = new KDBush(count, nodeSize);
  tree.ids.set(treeOrder);
  const { coords } = tree;
  for (let place = 0; place < count; place += 1) {
    const row = treeOrder[place] ?? 0;
    coords[2 * place] = (longitudes[row] ?? 0) / millionths;
    coords[2 * place + 1] = (latitudes[row] ?? 0) / millionths;
  }
  return KDBush.from(tree.data);
}

/** The same as looking at every branch would give, in the same order. */
export function nearestIn(tree: KDBush, columns: Columns, search: BranchSearch): readonly BranchAtDistance[] {
  const { from, withinKilometers, upTo, accepts } = search;
  const cap = withinKilometers + tolerance < longestCap ? withinKilometers + tolerance : Infinity;
  const treeCap = (cap / earthRadiusKilometers) * treeRadius;
  const outside = outsideOfBox(from, cap, columns);
  // What lies beyond the cap passes, for geokdbush ends its search at the first result that is too far;
  // it would walk through the whole tree if everything nearby were refused.
  const passes = (row: number): boolean => outside(row) || accepts(row);
  for (let wanted = upTo + beyond; wanted < columns.count; wanted *= 4) {
    const rows = around(tree, from.longitude, from.latitude, wanted, treeCap, passes);
    const found = measured(rows, columns, search);
    const last = found[upTo - 1];
    const farthest = rows.at(-1);
    // Fewer than wanted: there are no more. Else what was not found is as far as the last, or farther.
    const complete =
      rows.length < wanted ||
      (last !== undefined &&
        farthest !== undefined &&
        kilometersBetween(from, coordinatesAt(columns, farthest)) > last.kilometers + 2 * tolerance);
    if (complete) return found.slice(0, upTo);
  }
  return measured(columns.treeOrder.filter(accepts), columns, search).slice(0, upTo);
}

export function coordinatesAt({ latitudes, longitudes }: Columns, row: number): Coordinates {
  return { latitude: (latitudes[row] ?? 0) / millionths, longitude: (longitudes[row] ?? 0) / millionths };
}

/** With their distances, as far as they are within the cap; nearest first, ties by id. */
function measured(
  rows: readonly number[] | Uint16Array | Uint32Array,
  columns: Columns,
  { from, withinKilometers }: BranchSearch,
): BranchAtDistance[] {
  const found: BranchAtDistance[] = [];
  for (const index of rows) {
    const kilometers = kilometersBetween(from, coordinatesAt(columns, index));
    if (kilometers <= withinKilometers) found.push({ index, kilometers });
  }
  return found.sort((a, b) => a.kilometers - b.kilometers || compareIds(columns, a.index, b.index));
}

function compareIds({ ids }: Columns, a: number, b: number): number {
  const first = textAt(ids, a);
  const second = textAt(ids, b);
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Whether a branch lies outside of the box of longitudes and latitudes around the cap's circle: if so, it is too far for sure. */
function outsideOfBox(from: Coordinates, cap: number, { latitudes, longitudes }: Columns): (row: number) => boolean {
  if (cap === Infinity) return () => false;
  const angle = cap / earthRadiusKilometers;
  const height = degrees(angle) + 1 / millionths;
  const hasPole = Math.abs(from.latitude) + height >= 90;
  const width = hasPole ? 180 : degrees(Math.asin(Math.sin(angle) / Math.cos(radians(from.latitude)))) + 1 / millionths;
  const [south, north, west, east] = [
    (from.latitude - height) * millionths,
    (from.latitude + height) * millionths,
    (from.longitude - width) * millionths,
    (from.longitude + width) * millionths,
  ];
  const around = 360 * millionths;
  return (row) => {
    const latitude = latitudes[row] ?? 0;
    const longitude = longitudes[row] ?? 0;
    return (
      latitude < south ||
      latitude > north ||
      (longitude < west && longitude + around > east) ||
      (longitude > east && longitude - around < west)
    );
  };
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
