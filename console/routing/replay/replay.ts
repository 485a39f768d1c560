import { callerOfFile } from '../../../shared/contracts/caller-file.ts';
import { destinationsOf, type RecordedDecision } from '../../../shared/contracts/recorded-decision.ts';
import { decide } from '../../../shared/domain/routing/decide.ts';
import type { IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { Plan } from '../../../shared/domain/routing/plan.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { meaningOf } from '../plan-meaning.ts';
import { triesSomebody } from '../tries-somebody.ts';
import type { ReplayCount, ReplayExample, ReplayReport } from './report.ts';

const examplesKept = 3;

export interface ReplayOptions {
  /**
   * The table that the calls are decided by once more for the comparison, to the last number and ring time; a policy that is
   * written out as it would be anyway makes no difference. Without it they are held against what was recorded, which knows
   * destinations by their ids only.
   */
  readonly against?: IndexedTable;
}

/** Runs calls of the past through a draft, one after the other, and counts what would have been different. */
export class Replay {
  readonly #draft: IndexedTable;
  readonly #against: IndexedTable | undefined;
  readonly #changes = new Map<string, { from: string; to: string; calls: number; examples: ReplayExample[] }>();
  readonly #newlyDefault = new Counter();
  readonly #newlyNobody = new Counter();
  readonly #used = new Set<string>();
  #calls = 0;
  #changed = 0;

  constructor(draft: IndexedTable, { against }: ReplayOptions = {}) {
    this.#draft = draft;
    this.#against = against;
  }

  /** How many calls there were so far. */
  get calls(): number {
    return this.#calls;
  }

  /** `line` is how reports point at the call; its place among the calls, where none is given. */
  add(record: RecordedDecision, line: number = this.#calls + 1): void {
    this.#calls += 1;
    const anew = decideWith(this.#draft, record);
    const earlier = this.#against === undefined ? undefined : decideWith(this.#against, record);
    const after = shownOf(anew);
    const before = earlier === undefined ? record : shownOf(earlier);

    this.#used.add(after.ruleId);
    if (after.ruleId === 'default' && before.ruleId !== 'default') this.#newlyDefault.add(line);
    if (reachesNobody(after.destinations) && !reachesNobody(before.destinations)) this.#newlyNobody.add(line);
    const same =
      earlier === undefined
        ? JSON.stringify(after.destinations) === JSON.stringify(before.destinations)
        : meaningOf(anew.plan, anew.table) === meaningOf(earlier.plan, earlier.table);
    if (!same)
      this.#countChange(before.ruleId, after.ruleId, { line, before: before.destinations, after: after.destinations });
  }

  report(): ReplayReport {
    return {
      calls: this.#calls,
      unchanged: this.#calls - this.#changed,
      changed: this.#changed,
      changes: [...this.#changes.values()].toSorted((a, b) => b.calls - a.calls),
      newlyDefault: this.#newlyDefault.count,
      newlyNobody: this.#newlyNobody.count,
      rulesNeverUsed: this.#draft.table.rules.map(({ id }) => id).filter((id) => !this.#used.has(id)),
    };
  }

  #countChange(from: string, to: string, example: ReplayExample): void {
    this.#changed += 1;
    // Ids have no blanks.
    const key = `${from} ${to}`;
    const change = this.#changes.get(key) ?? { from, to, calls: 0, examples: [] };
    change.calls += 1;
    if (change.examples.length < examplesKept) change.examples.push(example);
    this.#changes.set(key, change);
  }
}

/** The whole of it for records that are there already. */
export function replay(
  draft: IndexedTable,
  records: Iterable<RecordedDecision>,
  options: ReplayOptions = {},
): ReplayReport {
  const run = new Replay(draft, options);
  for (const record of records) run.add(record);
  return run.report();
}

class Counter {
  readonly #lines: number[] = [];
  #calls = 0;

  add(line: number): void {
    this.#calls += 1;
    if (this.#lines.length < examplesKept) this.#lines.push(line);
  }

  get count(): ReplayCount {
    return { calls: this.#calls, lines: this.#lines };
  }
}

interface Decided {
  readonly table: IndexedTable;
  readonly plan: Plan;
}

function decideWith(table: IndexedTable, { context, at, seed }: RecordedDecision): Decided {
  return { table, plan: decide(table, callerOfFile(context), epochMs(Date.parse(at)), seed).plan };
}

function shownOf({ plan }: Decided): Pick<RecordedDecision, 'ruleId' | 'destinations'> {
  return { ruleId: plan.ruleId, destinations: destinationsOf(plan) };
}

function reachesNobody(destinations: readonly string[]): boolean {
  return !destinations.some((destination) => triesSomebody(destination.split(':')[0] ?? ''));
}
