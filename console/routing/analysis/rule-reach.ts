import type { Condition } from '../../../shared/domain/routing/condition.ts';
import { indexTable, type IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import { decide } from '../../../shared/domain/routing/decide.ts';
import type { Witness } from '../../../shared/contracts/caller-file.ts';
import { intersection, isEmpty } from './atom-set.ts';
import { type Box, boxOf, isNowhere, meet, setIn, withSet } from './box.ts';
import { coverageOf, type Budget, type CoverageOptions } from './coverage.ts';
import { leastCover } from './least-cover.ts';
import { OverlapFilter } from './overlap-filter.ts';
import { createSpace, type Space } from './space.ts';
import { exampleIn, exampleOf, seedBudget, witnessOf, type Example, type SketchOptions } from './witness.ts';

/** Rules before a covered one of which it is asked whether they take any of its callers. */
const mostAsked = 100;

/** Whether a rule ever takes a call. */
export type Reach =
  /** It takes every caller in the region. */
  | { readonly kind: 'reached'; readonly region: Box }
  /** Earlier rules, by index, together take all its callers. */
  | { readonly kind: 'covered'; readonly by: readonly number[] }
  /** Its conditions cannot all hold: these not together with the others, which somebody in the region meets. */
  | { readonly kind: 'contradictory'; readonly conditions: readonly Condition[]; readonly region: Box }
  /** Too hard a question. */
  | { readonly kind: 'unsettled' };

/** All questions about one table together may cost so many steps; a step is some tens of nanoseconds. */
const stepsPerTable = 100_000_000;

export interface ReachOptions {
  /** One that other tables are in too. Default: the table's own. */
  readonly space?: Space;
  /** Which of that space's tables it is. */
  readonly of?: number;
  readonly budget?: Budget;
}

/** Answers questions about who is taken by which rule of a table. */
export class RuleReach {
  readonly table: RoutingTable;
  readonly space: Space;
  readonly #options: CoverageOptions;
  readonly #sketch: SketchOptions;
  readonly #of: number;
  readonly #boxes: readonly Box[];
  readonly #filter: OverlapFilter;
  readonly #reaches: (Reach | undefined)[] = [];
  /** Of the rules below an index, those that take somebody. */
  readonly #known: number[] = [];
  #knownBelow = 0;
  #indexed: IndexedTable | undefined;

  constructor(
    table: RoutingTable,
    now: EpochMs,
    { space, of = 0, budget = { steps: stepsPerTable } }: ReachOptions = {},
  ) {
    this.table = table;
    this.space = space ?? createSpace([table], { now });
    this.#of = of;
    this.#boxes = this.space.boxes[of] ?? [];
    this.#options = { sizes: this.space.sizes, lastResortFrom: this.space.firstLot - 1, budget };
    this.#sketch = { space: this.space, tables: [table], now, budget: seedBudget() };
    this.#filter = new OverlapFilter(this.#boxes);
  }

  box(rule: number): Box {
    return this.#boxes[rule] ?? boxOf([]);
  }

  /** Of the rule at that index; each is asked for once. */
  of(rule: number): Reach {
    return (this.#reaches[rule] ??= this.#find(rule));
  }

  /** Where, within the box, nobody is taken by any of the rules: where the default is met. */
  leftBy(rules: readonly number[], within: Box): Box | 'nowhere' | 'unsettled' {
    if (isNowhere(within)) return 'nowhere';
    const others = this.#filter.overlapping(within, rules);
    const coverage = coverageOf(
      within,
      others.map((index) => this.box(index)),
      this.#options,
    );
    if (coverage.kind === 'uncovered') return coverage.region;
    return coverage.kind === 'covered' && this.space.exact ? 'nowhere' : 'unsettled';
  }

  /** The rules, before the one at that index or all, that take somebody, and those of which nobody knows; the others take nothing from anybody. */
  taking(below = this.table.rules.length): readonly number[] {
    for (; this.#knownBelow < below; this.#knownBelow += 1) {
      const { kind } = this.of(this.#knownBelow);
      if ((kind === 'reached' || kind === 'unsettled') && !isNowhere(this.box(this.#knownBelow)))
        this.#known.push(this.#knownBelow);
    }
    const end = this.#known.findLastIndex((index) => index < below) + 1;
    return end === this.#known.length ? this.#known : this.#known.slice(0, end);
  }

  /** Somebody in the region. `undefined` when no lot puts anybody there. */
  exampleIn(region: Box): Example | undefined {
    return exampleIn(region, this.#sketch);
  }

  /**
   * Somebody in the region, who is taken by one of those (rule ids, "default"), as a decision confirms.
   * @throws Error when it does not: then the analysis is wrong.
   */
  witnessIn(region: Box, takenBy: readonly string[]): Witness | undefined {
    const example = this.exampleIn(region);
    if (example === undefined) return undefined;
    const witness = witnessOf(example);
    const { caller, now, seed } = exampleOf(witness);
    const { ruleId } = decide((this.#indexed ??= indexTable(this.table)), caller, now, seed).plan;
    if (!takenBy.includes(ruleId))
      throw new Error(
        `the analysis expects ${takenBy.join(' or ')} to take a caller whom "${ruleId}" takes: ${JSON.stringify(witness)}`,
      );
    return witness;
  }

  /** A caller of the rule at that index; of the default for -1. */
  witnessFor(rule: number): Witness | undefined {
    if (rule < 0) {
      const left = this.leftBy(this.taking(), boxOf([]));
      return typeof left === 'string' ? undefined : this.witnessIn(left, ['default']);
    }
    const reach = this.of(rule);
    return reach.kind === 'reached' ? this.witnessIn(reach.region, [this.table.rules[rule]?.id ?? '']) : undefined;
  }

  /** A caller of the default; where nobody comes so far, of the first rule that has one. */
  anyWitness(): Witness | undefined {
    const witness = this.witnessFor(-1);
    if (witness !== undefined) return witness;
    for (const rule of this.taking()) {
      const other = this.witnessFor(rule);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  #find(rule: number): Reach {
    const target = this.box(rule);
    if (isNowhere(target)) return this.space.exact ? this.#contradiction(rule) : { kind: 'unsettled' };
    const earlier = this.#filter.overlapping(target, this.taking(rule));
    const boxes = earlier.map((index) => this.box(index));
    const coverage = coverageOf(target, boxes, this.#options);
    if (coverage.kind === 'uncovered') return { kind: 'reached', region: coverage.region };
    if (coverage.kind === 'unsettled' || !this.space.exact) return { kind: 'unsettled' };
    const by = this.#takersOf(target, earlier) ?? coverage.by.map((index) => earlier[index] ?? 0);
    const takers = by.map((index) => this.box(index));
    const least = leastCover(target, takers, [...by.keys()], this.#options);
    return { kind: 'covered', by: least.map((index) => by[index] ?? 0) };
  }

  /**
   * Those that take somebody of the box, and not only could if others before them did not: narrowing any other rule changes
   * nothing. `undefined` where there are too many to ask.
   */
  #takersOf(target: Box, rules: readonly number[]): readonly number[] | undefined {
    if (rules.length > mostAsked) return undefined;
    return rules.filter((each, position) => {
      const both = meet(target, this.box(each));
      return !isNowhere(both) && this.leftBy(rules.slice(0, position), both) !== 'nowhere';
    });
  }

  /** In their order, the conditions that cannot be added to those before them. */
  #contradiction(rule: number): Reach {
    const { id = '', when = [] } = this.table.rules[rule] ?? {};
    let region = boxOf([]);
    const conditions: Condition[] = [];
    for (const condition of when) {
      const [dimension, set] = this.space.placeOf(condition, this.#of, id);
      const both = intersection(setIn(region, dimension) ?? [0, this.space.sizes[dimension] ?? 0], set);
      if (isEmpty(both)) conditions.push(condition);
      else region = withSet(region, dimension, both);
    }
    return { kind: 'contradictory', conditions, region };
  }

  /** The callers of a rule of whom something more holds. */
  within(rule: number, more: Box): Box {
    return meet(this.box(rule), more);
  }
}
