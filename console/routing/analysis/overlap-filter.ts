import type { Box } from './box.ts';

/** So many dimensions are looked at, those that most boxes have something to say of. */
const lanes = 8;
const anything = 0xffff_ffff;

/**
 * Tells quickly, of thousands of boxes, which may have anything in common with a given one. By box and dimension, 32 bits say which
 * atoms it has, modulo 32: what has no bit in common has no atom in common.
 */
export class OverlapFilter {
  readonly #dimensions: readonly number[];
  readonly #masks: Uint32Array;

  constructor(boxes: readonly Box[]) {
    const counts = new Map<number, number>();
    for (const { dimensions } of boxes)
      for (const dimension of dimensions) counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
    this.#dimensions = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, lanes)
      .map(([dimension]) => dimension);
    this.#masks = new Uint32Array(boxes.length * lanes);
    for (const [index, box] of boxes.entries()) this.#masks.set(this.#masksOf(box), index * lanes);
  }

  /** Those of the given boxes, by index, that may overlap; in the same order. */
  overlapping(box: Box, among: readonly number[]): number[] {
    const wanted = this.#masksOf(box);
    return among.filter((index) => this.#mayOverlap(wanted, index));
  }

  /** Those of the first so many boxes that may overlap, in their order. */
  *overlappingBelow(box: Box, below: number): Generator<number> {
    const wanted = this.#masksOf(box);
    for (let index = 0; index < below; index += 1) if (this.#mayOverlap(wanted, index)) yield index;
  }

  #mayOverlap(wanted: Uint32Array, index: number): boolean {
    for (let lane = 0, at = index * lanes; lane < lanes; lane += 1, at += 1)
      if (((wanted[lane] ?? 0) & (this.#masks[at] ?? 0)) === 0) return false;
    return true;
  }

  #masksOf({ dimensions, sets }: Box): Uint32Array {
    const masks = new Uint32Array(lanes).fill(anything);
    for (const [lane, dimension] of this.#dimensions.entries()) {
      const place = dimensions.indexOf(dimension);
      if (place === -1) continue;
      const set = sets[place] ?? [];
      let mask = 0;
      for (let index = 0; index < set.length; index += 2) {
        const from = set[index] ?? 0;
        const below = set[index + 1] ?? 0;
        if (below - from >= 32) mask = anything;
        else for (let atom = from; atom < below; atom += 1) mask |= 1 << (atom % 32);
      }
      masks[lane] = mask;
    }
    return masks;
  }
}
