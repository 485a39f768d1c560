import { intersection, isEmpty, relation, type AtomSet } from './atom-set.ts';

/** Callers and moments: what is in all of the sets. Dimensions that are not named are free. */
export interface Box {
  /** Indexes of dimensions, ascending. */
  readonly dimensions: readonly number[];
  /** Of each of them. */
  readonly sets: readonly AtomSet[];
}

export const everywhere: Box = { dimensions: [], sets: [] };

export function boxOf(entries: Iterable<readonly [dimension: number, set: AtomSet]>): Box {
  const sorted = [...entries].sort((a, b) => a[0] - b[0]);
  return { dimensions: sorted.map(([dimension]) => dimension), sets: sorted.map(([, set]) => set) };
}

export function isNowhere({ sets }: Box): boolean {
  return sets.some(isEmpty);
}

export function setIn({ dimensions, sets }: Box, dimension: number): AtomSet | undefined {
  const index = dimensions.indexOf(dimension);
  return index === -1 ? undefined : sets[index];
}

/** Both at once. */
export function meet(a: Box, b: Box): Box {
  const sets = new Map(a.dimensions.map((dimension, index) => [dimension, a.sets[index] ?? []]));
  for (const [index, dimension] of b.dimensions.entries()) {
    const set = b.sets[index] ?? [];
    const other = sets.get(dimension);
    sets.set(dimension, other === undefined ? set : intersection(other, set));
  }
  return boxOf(sets);
}

/** The box with other atoms in one dimension. */
export function withSet(box: Box, dimension: number, set: AtomSet): Box {
  return boxOf(
    new Map([...box.dimensions.map((each, index) => [each, box.sets[index] ?? []] as const), [dimension, set]]),
  );
}

/** Whether the two have anything in common; neither of them is nowhere. */
export function overlaps(a: Box, b: Box): boolean {
  let i = 0;
  let j = 0;
  while (i < a.dimensions.length && j < b.dimensions.length) {
    const left = a.dimensions[i] ?? 0;
    const right = b.dimensions[j] ?? 0;
    if (left === right && relation(a.sets[i] ?? [], b.sets[j] ?? []) === 'apart') return false;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return true;
}

/** Whether all of the first is in the second; the first is not nowhere. */
export function isInside(a: Box, b: Box): boolean {
  return b.dimensions.every((dimension, index) => {
    const set = setIn(a, dimension);
    return set !== undefined && relation(set, b.sets[index] ?? []) === 'inside';
  });
}
