import type { CallService } from '../../../shared/domain/routing/call-service.ts';
import { decide, type Decision } from '../../../shared/domain/routing/decide.ts';
import { indexTable, type IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import { usualLocale } from '../../../shared/domain/routing/localized-text.ts';
import { reasonsToAsk } from '../../../shared/domain/routing/menu.ts';
import type { Plan } from '../../../shared/domain/routing/plan.ts';
import type { AttemptRule, RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import { everywhere, type Box } from '../analysis/box.ts';
import { coverageOf, type Coverage, type CoverageOptions } from '../analysis/coverage.ts';
import { defaultOf, outcomeOf, type Outcome, type Taker } from '../analysis/outcome.ts';
import { OverlapFilter } from '../analysis/overlap-filter.ts';
import { RuleReach } from '../analysis/rule-reach.ts';
import { createSpace, type Space } from '../analysis/space.ts';
import { seedBudget, type Example, type SketchOptions } from '../analysis/witness.ts';
import { meaningOf } from '../plan-meaning.ts';
import { lotsPerComparison, type LotBudget } from './lot-budget.ts';

/** A rule of one table that takes calls, or its default, which stands last. */
export interface Station {
  readonly ruleId: string;
  readonly attempts: readonly AttemptRule[];
  readonly service?: CallService;
  /** Whether it matters to the rule why somebody calls. */
  readonly asksReason: boolean;
  readonly box: Box;
  readonly outcome: Outcome;
}

/** All questions of one comparison together may cost so many steps; a step is some tens of nanoseconds. */
const stepsPerComparison = 100_000_000;

/** Two tables over one space of callers. */
export class JointTables {
  readonly tables: readonly [before: RoutingTable, after: RoutingTable];
  readonly now: EpochMs;
  readonly space: Space;
  readonly before: readonly Station[];
  readonly after: readonly Station[];
  readonly filters: readonly [before: OverlapFilter, after: OverlapFilter];
  /** Shared by all changes for which a caller is looked for. */
  readonly lots: LotBudget = { lots: lotsPerComparison };
  /** Whom examples are made of. */
  readonly sketch: SketchOptions;
  readonly #indexed: readonly [before: IndexedTable, after: IndexedTable];
  readonly #options: CoverageOptions;

  constructor(before: RoutingTable, after: RoutingTable, now: EpochMs) {
    this.tables = [before, after];
    this.now = now;
    this.space = createSpace(this.tables, { now, locales: this.tables.flatMap(localesOf) });
    this.sketch = { space: this.space, tables: this.tables, now, budget: seedBudget() };
    const budget = { steps: stepsPerComparison };
    this.before = stationsOf(new RuleReach(before, now, { space: this.space, of: 0 }));
    this.after = stationsOf(new RuleReach(after, now, { space: this.space, of: 1 }));
    this.filters = [
      new OverlapFilter(this.before.map(({ box }) => box)),
      new OverlapFilter(this.after.map(({ box }) => box)),
    ];
    this.#indexed = [indexTable(before), indexTable(after)];
    this.#options = {
      sizes: this.space.sizes,
      lastResortFrom: this.space.firstLot - 1,
      budget,
    };
  }

  /** Whether so much has been asked that no more questions are answered. */
  get isExhausted(): boolean {
    return this.#options.budget.steps <= 0;
  }

  /** Whether the boxes of the first so many stations before, and of the first so many after, have all of the target. */
  coverage(target: Box, earlierBefore: number, earlierAfter: number): Coverage {
    const boxes = [
      ...this.#boxesBelow(target, earlierBefore, this.before, this.filters[0]),
      ...this.#boxesBelow(target, earlierAfter, this.after, this.filters[1]),
    ];
    return coverageOf(target, boxes, this.#options);
  }

  /** The plans of both tables. */
  plans(example: Example): readonly [before: Plan, after: Plan] {
    const [before, after] = this.#decisions(example);
    return [before.plan, after.plan];
  }

  /** Whether a lot has any part in what one of the tables does for the example, once the rule is found. */
  draw(example: Example): boolean {
    return this.#decisions(example).some(({ explanation }) => explanation.choices.length > 0);
  }

  /** Whether the two tables do something else for the example. */
  differ(example: Example): boolean {
    const [before, after] = this.plans(example);
    return meaningOf(before, this.#indexed[0]) !== meaningOf(after, this.#indexed[1]);
  }

  /** Whether one of the tables asks the example why they call. */
  isAsked({ caller, now, seed }: Example): boolean {
    return this.#indexed.some((indexed) => reasonsToAsk(indexed, caller, now, seed).length > 0);
  }

  #decisions({ caller, now, seed }: Example): readonly [before: Decision, after: Decision] {
    const [before, after] = this.#indexed;
    return [decide(before, caller, now, seed), decide(after, caller, now, seed)];
  }

  #boxesBelow(target: Box, below: number, stations: readonly Station[], filter: OverlapFilter): Box[] {
    const boxes: Box[] = [];
    this.#options.budget.steps -= below / 16;
    for (const index of filter.overlappingBelow(target, below)) {
      const box = stations[index]?.box;
      if (box !== undefined) boxes.push(box);
    }
    return boxes;
  }
}

/** Rules that take nobody make no difference to anybody: they are left out. */
function stationsOf(reach: RuleReach): Station[] {
  const { table } = reach;
  const stationOf = (taker: Taker, box: Box, asksReason: boolean): Station => ({
    ruleId: taker.id,
    attempts: taker.attempts,
    ...(taker.service === undefined ? {} : { service: taker.service }),
    asksReason,
    box,
    outcome: outcomeOf(taker, table),
  });
  const rules = reach.taking().flatMap((index) => {
    const rule = table.rules[index];
    return rule === undefined
      ? []
      : [
          stationOf(
            rule,
            reach.box(index),
            rule.when.some(({ kind }) => kind === 'reason'),
          ),
        ];
  });
  return [...rules, stationOf(defaultOf(table), everywhere, false)];
}

/** In which somebody is spoken to, and the one whose voice speaks to all others. */
function localesOf({ locale: tableLocale = usualLocale, rules, defaultAttempts }: RoutingTable): string[] {
  const locales = new Set<string>();
  const add = (attempt: AttemptRule): void => {
    if (attempt.kind === 'choice') for (const { attempt: member } of attempt.from) add(member);
    if ('words' in attempt) for (const locale of Object.keys(attempt.words)) locales.add(locale);
  };
  for (const attempt of [...rules.flatMap(({ attempts }) => attempts), ...defaultAttempts]) add(attempt);
  if (locales.delete('default')) locales.add(tableLocale);
  return [...locales];
}
