import { difference, intersection, isEmpty, relation, run, unionOf, type AtomSet } from './atom-set.ts';
import { boxOf, type Box } from './box.ts';

/** How much searching is still allowed; a step looks at one box in one place. Shared by many questions. */
export interface Budget {
  steps: number;
}

/** What one question may cost at most. The question is a hard one in the worst case, for anybody (it is as hard as unsatisfiability). */
const stepsPerQuestion = 2_000_000;

export type Coverage =
  /** None of the others has any of this part of the target. */
  | { readonly kind: 'uncovered'; readonly region: Box }
  /** Ascending indexes of some that together have all of it. */
  | { readonly kind: 'covered'; readonly by: readonly number[] }
  /** The budget did not last. */
  | { readonly kind: 'unsettled' };

export interface CoverageOptions {
  /** By dimension, how many atoms it has. */
  readonly sizes: readonly number[];
  /** From this dimension on, a caller is asked for something special only when it cannot be helped. */
  readonly lastResortFrom: number;
  readonly budget: Budget;
}

interface Candidate {
  readonly index: number;
  /** Local ones. */
  readonly dimensions: readonly number[];
  readonly sets: readonly AtomSet[];
}

/** What is left of a box, by local dimension. */
type Rest = AtomSet[];

class OutOfBudget extends Error {}

/**
 * Whether the others together have all of the target, exactly. None of them is nowhere.
 *
 * The others are cut out of the target one by one. Where one of them leaves open only one dimension, nothing branches; where some atoms
 * of a dimension are asked for by nobody, it is enough to look there, and whoever asks for others is done with; only what is
 * left after both is cut into several boxes. (For those who know solvers: depth-first box subtraction with unit propagation
 * and pure literals.)
 */
export function coverageOf(target: Box, others: readonly Box[], options: CoverageOptions): Coverage {
  const allowed = Math.min(options.budget.steps, stepsPerQuestion);
  const search = new Search(target, options, allowed);
  try {
    const live = search.candidatesOf(others);
    const rest = search.uncovered(search.start, live);
    if (rest !== undefined) return { kind: 'uncovered', region: search.boxOf(rest) };
    return { kind: 'covered', by: [...search.used].sort((a, b) => a - b) };
  } catch (error) {
    if (error instanceof OutOfBudget) return { kind: 'unsettled' };
    throw error;
  } finally {
    options.budget.steps -= allowed - Math.max(0, search.stepsLeft);
  }
}

class Search {
  readonly start: Rest;
  /** Those that a proof has needed. */
  readonly used = new Set<number>();
  stepsLeft: number;
  readonly #options: CoverageOptions;
  readonly #dimensions: number[];
  readonly #local: Map<number, number>;

  constructor(target: Box, options: CoverageOptions, steps: number) {
    this.#options = options;
    this.stepsLeft = steps;
    this.#dimensions = [...target.dimensions];
    this.#local = new Map(this.#dimensions.map((dimension, index) => [dimension, index]));
    this.start = [...target.sets];
  }

  /** Those that have anything of the target. */
  candidatesOf(others: readonly Box[]): Candidate[] {
    const live: Candidate[] = [];
    for (const [index, { dimensions, sets }] of others.entries()) {
      this.#spend(1);
      const apart = dimensions.some((dimension, place) => {
        const local = this.#local.get(dimension);
        return local !== undefined && relation(this.start[local] ?? [], sets[place] ?? []) === 'apart';
      });
      if (!apart) live.push({ index, sets, dimensions: dimensions.map((dimension) => this.#localOf(dimension)) });
    }
    return live;
  }

  boxOf(rest: Rest): Box {
    return boxOf(
      rest.flatMap((set, local) => {
        const dimension = this.#dimensions[local] ?? 0;
        const isFree = set.length === 2 && set[0] === 0 && set[1] === this.#options.sizes[dimension];
        return isFree ? [] : [[dimension, set] as const];
      }),
    );
  }

  /** A part of the box that none of the candidates has; `undefined` when there is none. The box is used up. */
  uncovered(box: Rest, candidates: readonly Candidate[]): Rest | undefined {
    let live = candidates;
    for (;;) {
      const still: Candidate[] = [];
      const openIn: number[][] = [];
      const cuts = new Map<number, Candidate[]>();
      for (const candidate of live) {
        const open = this.#openDimensions(box, candidate);
        if (open === undefined) continue;
        const [only] = open;
        if (only === undefined) {
          this.used.add(candidate.index);
          return undefined;
        }
        if (open.length === 1) {
          const others = cuts.get(only);
          if (others === undefined) cuts.set(only, [candidate]);
          else others.push(candidate);
        } else {
          still.push(candidate);
          openIn.push(open);
        }
      }
      live = still;
      if (cuts.size > 0) {
        if (!this.#cut(box, cuts)) return undefined;
        continue;
      }
      if (live.length === 0) return box;
      const untouched = this.#keepUntouched(box, live, openIn);
      if (untouched !== undefined) {
        live = untouched;
        continue;
      }
      return this.#branch(box, live, openIn);
    }
  }

  /** Where the candidate does not have all of the box; `undefined` when it has nothing of it. */
  #openDimensions(box: Rest, { dimensions, sets }: Candidate): number[] | undefined {
    this.#spend(dimensions.length);
    const open: number[] = [];
    for (const [place, dimension] of dimensions.entries()) {
      const lies = relation(box[dimension] ?? [], sets[place] ?? []);
      if (lies === 'apart') return undefined;
      if (lies === 'partly') open.push(dimension);
    }
    return open;
  }

  /** Takes out those that leave one dimension open. False when nothing is left. */
  #cut(box: Rest, cuts: ReadonlyMap<number, readonly Candidate[]>): boolean {
    for (const [dimension, candidates] of cuts) {
      const cutting = candidates.map((candidate) => setOf(candidate, dimension));
      const set = box[dimension] ?? [];
      const left = difference(set, unionOf(cutting));
      box[dimension] = left;
      this.#noteUsed(set, candidates, cutting);
      if (isEmpty(left)) return false;
    }
    return true;
  }

  /** In their order, those that take something that no earlier one took. */
  #noteUsed(set: AtomSet, candidates: readonly Candidate[], cutting: readonly AtomSet[]): void {
    if (candidates.length > 200) {
      for (const { index } of candidates) this.used.add(index);
      return;
    }
    let left = set;
    for (const [place, { index }] of candidates.entries()) {
      const less = difference(left, cutting[place] ?? []);
      if (less.length === left.length && less.every((bound, at) => bound === left[at])) continue;
      this.used.add(index);
      left = less;
    }
  }

  /**
   * Keeps to atoms that no candidate asks for, where there are such: whoever asks for others is out, and the rest have either all of the
   * dimension or nothing, so that nothing is lost. `undefined` when there are none.
   */
  #keepUntouched(box: Rest, live: readonly Candidate[], openIn: readonly number[][]): Candidate[] | undefined {
    const asked = new Map<number, AtomSet[]>();
    for (const [place, candidate] of live.entries())
      for (const dimension of openIn[place] ?? []) {
        const sets = asked.get(dimension);
        if (sets === undefined) asked.set(dimension, [setOf(candidate, dimension)]);
        else sets.push(setOf(candidate, dimension));
      }
    this.#spend(live.length);
    const kept = this.#keepIn(box, asked, false) ?? this.#keepIn(box, asked, true);
    if (kept === undefined) return undefined;
    return live.filter((_, place) => !(openIn[place] ?? []).some((dimension) => kept.has(dimension)));
  }

  #keepIn(box: Rest, asked: ReadonlyMap<number, readonly AtomSet[]>, lastResort: boolean): Set<number> | undefined {
    const kept = new Set<number>();
    for (const [dimension, sets] of asked) {
      if ((this.#dimensions[dimension] ?? 0) >= this.#options.lastResortFrom !== lastResort) continue;
      const untouched = difference(box[dimension] ?? [], unionOf(sets));
      if (isEmpty(untouched)) continue;
      box[dimension] = untouched;
      kept.add(dimension);
    }
    return kept.size === 0 ? undefined : kept;
  }

  /** Around the candidate that leaves the fewest dimensions open: a box on each of its sides. */
  #branch(box: Rest, live: readonly Candidate[], openIn: readonly number[][]): Rest | undefined {
    let best = 0;
    for (const [place, open] of openIn.entries()) if (open.length < (openIn[best]?.length ?? 0)) best = place;
    const candidate = live[best];
    if (candidate === undefined) return box;
    this.used.add(candidate.index);
    const others = live.filter((_, place) => place !== best);
    const inside = box;
    for (const dimension of openIn[best] ?? []) {
      const side = [...inside];
      const set = setOf(candidate, dimension);
      side[dimension] = difference(inside[dimension] ?? [], set);
      this.#spend(side.length);
      const found = this.uncovered(side, others);
      if (found !== undefined) return found;
      inside[dimension] = intersection(inside[dimension] ?? [], set);
    }
    return undefined;
  }

  #localOf(dimension: number): number {
    let local = this.#local.get(dimension);
    if (local === undefined) {
      local = this.#dimensions.length;
      this.#local.set(dimension, local);
      this.#dimensions.push(dimension);
      this.start.push(run(0, this.#options.sizes[dimension] ?? 0));
    }
    return local;
  }

  #spend(steps: number): void {
    this.stepsLeft -= steps;
    if (this.stepsLeft < 0) throw new OutOfBudget();
  }
}

function setOf({ dimensions, sets }: Candidate, dimension: number): AtomSet {
  return sets[dimensions.indexOf(dimension)] ?? [];
}
