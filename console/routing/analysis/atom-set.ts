/**
 * A set of atoms, numbered from 0, as ascending bounds: in from `bounds[0]`, out from `bounds[1]`, in from `bounds[2]` and so on.
 * What conditions ask for is mostly a few runs of atoms in a row, among thousands.
 */
export type AtomSet = readonly number[];

export const noAtoms: AtomSet = [];

/** `from` included, `below` not. */
export function run(from: number, below: number): AtomSet {
  return from < below ? [from, below] : noAtoms;
}

export function atomSet(atoms: Iterable<number>): AtomSet {
  return unionOf([...atoms].map((atom) => [atom, atom + 1]));
}

export function isEmpty(set: AtomSet): boolean {
  return set.length === 0;
}

/** The lowest atom; `undefined` of an empty set. */
export function firstOf(set: AtomSet): number | undefined {
  return set[0];
}

export function hasAtom(set: AtomSet, atom: number): boolean {
  return boundsUpTo(set, atom) % 2 === 1;
}

export function* atomsOf(set: AtomSet): Generator<number> {
  for (let index = 0; index < set.length; index += 2)
    for (let atom = set[index] ?? 0; atom < (set[index + 1] ?? 0); atom += 1) yield atom;
}

export function intersection(a: AtomSet, b: AtomSet): AtomSet {
  const bounds: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const endA = a[i + 1] ?? 0;
    const endB = b[j + 1] ?? 0;
    const from = Math.max(a[i] ?? 0, b[j] ?? 0);
    const below = Math.min(endA, endB);
    if (from < below) bounds.push(from, below);
    if (endA <= endB) i += 2;
    else j += 2;
  }
  return bounds;
}

/** What is in the first and not in the second. */
export function difference(a: AtomSet, b: AtomSet): AtomSet {
  const bounds: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let from = a[i] ?? 0;
    const below = a[i + 1] ?? 0;
    while (j < b.length && (b[j + 1] ?? 0) <= from) j += 2;
    for (let k = j; k < b.length && (b[k] ?? 0) < below; k += 2) {
      if ((b[k] ?? 0) > from) bounds.push(from, b[k] ?? 0);
      from = Math.max(from, b[k + 1] ?? 0);
    }
    if (from < below) bounds.push(from, below);
  }
  return bounds;
}

export function unionOf(sets: readonly AtomSet[]): AtomSet {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  const runs: [number, number][] = [];
  for (const set of sets)
    for (let index = 0; index < set.length; index += 2) runs.push([set[index] ?? 0, set[index + 1] ?? 0]);
  runs.sort((a, b) => a[0] - b[0]);
  const bounds: number[] = [];
  for (const [from, below] of runs) {
    const last = bounds.length - 1;
    if (last < 0 || from > (bounds[last] ?? 0)) bounds.push(from, below);
    else if (below > (bounds[last] ?? 0)) bounds[last] = below;
  }
  return bounds;
}

/** How the first lies to the second. */
export type Relation = 'apart' | 'inside' | 'partly';

/** Quick also when the first has thousands of runs and the second one. */
export function relation(set: AtomSet, to: AtomSet): Relation {
  if (set === to) return set.length === 0 ? 'apart' : 'inside';
  if (to.length === 2) {
    const from = to[0] ?? 0;
    const below = to[1] ?? 0;
    if (set.length === 0) return 'apart';
    if ((set[0] ?? 0) >= from && (set.at(-1) ?? 0) <= below) return 'inside';
    return overlapsRun(set, from, below) ? 'partly' : 'apart';
  }
  let overlaps = false;
  for (let index = 0; index < to.length && !overlaps; index += 2)
    overlaps = overlapsRun(set, to[index] ?? 0, to[index + 1] ?? 0);
  if (!overlaps) return 'apart';
  for (let index = 0; index < set.length; index += 2) {
    const place = boundsUpTo(to, set[index] ?? 0);
    if (place % 2 === 0 || (to[place] ?? 0) < (set[index + 1] ?? 0)) return 'partly';
  }
  return 'inside';
}

function overlapsRun(set: AtomSet, from: number, below: number): boolean {
  const place = boundsUpTo(set, from);
  return place % 2 === 1 || (set[place] ?? Infinity) < below;
}

/** How many bounds are at or before the atom. */
function boundsUpTo(set: AtomSet, atom: number): number {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set[middle] ?? Infinity) <= atom) low = middle + 1;
    else high = middle;
  }
  return low;
}
