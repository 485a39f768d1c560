import { callerOfFile } from '../../../shared/contracts/caller-file.ts';
import { destinationsOf, type RecordedDecision } from '../../../shared/contracts/recorded-decision.ts';
import { decide } from '../../../shared/domain/routing/decide.ts';
import type { IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { Plan } from '../../../shared/domain/routing/plan.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { meaningOf } from '../plan-meaning.ts';
import type { ReplayReport } from './report.ts';
import { Tally, type Taken } from './tally.ts';

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
  readonly #tally = new Tally();

  constructor(draft: IndexedTable, { against }: ReplayOptions = {}) {
    this.#draft = draft;
    this.#against = against;
  }

  /** How many calls there were so far. */
  get calls(): number {
    return this.#tally.calls;
  }

  /** `line` is how reports point at the call; its place among the calls, where none is given. */
  add(record: RecordedDecision, line: number = this.calls + 1): void {
    const anew = decideWith(this.#draft, record);
    const earlier = this.#against === undefined ? undefined : decideWith(this.#against, record);
    const after = shownOf(anew);
    const before = earlier === undefined ? record : shownOf(earlier);
    const isSame =
      earlier === undefined
        ? JSON.stringify(after.destinations) === JSON.stringify(before.destinations)
        : meaningOf(anew.plan, anew.table) === meaningOf(earlier.plan, earlier.table);
    this.#tally.add(before, after, { line, isSame });
  }

  report(): ReplayReport {
    return this.#tally.report(this.#draft.table.rules.map(({ id }) => id));
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

interface Decided {
  readonly table: IndexedTable;
  readonly plan: Plan;
}

function decideWith(table: IndexedTable, { context, at, seed }: RecordedDecision): Decided {
  return { table, plan: decide(table, callerOfFile(context), epochMs(Date.parse(at)), seed).plan };
}

function shownOf({ plan }: Decided): Taken {
  return { ruleId: plan.ruleId, destinations: destinationsOf(plan) };
}
