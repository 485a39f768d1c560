import type { RecordedDecision } from '../../../shared/contracts/recorded-decision.ts';
import { triesSomebody } from '../tries-somebody.ts';
import type { ReplayCount, ReplayExample, ReplayReport } from './report.ts';

const examplesKept = 3;

/** Which rule takes a call, and where to, as records name it. */
export type Taken = Pick<RecordedDecision, 'ruleId' | 'destinations'>;

/** Counts calls that were decided twice: what would be different. */
export class Tally {
  readonly #changes = new Map<string, { from: string; to: string; calls: number; examples: ReplayExample[] }>();
  readonly #newlyDefault = new Counter();
  readonly #newlyNobody = new Counter();
  readonly #used = new Set<string>();
  #calls = 0;
  #changed = 0;

  /** How many calls there were so far. */
  get calls(): number {
    return this.#calls;
  }

  /** `line` is how reports point at the call. */
  add(before: Taken, after: Taken, { line, isSame }: { readonly line: number; readonly isSame: boolean }): void {
    this.#calls += 1;
    this.#used.add(after.ruleId);
    if (after.ruleId === 'default' && before.ruleId !== 'default') this.#newlyDefault.add(line);
    if (reachesNobody(after.destinations) && !reachesNobody(before.destinations)) this.#newlyNobody.add(line);
    if (!isSame)
      this.#countChange(before.ruleId, after.ruleId, { line, before: before.destinations, after: after.destinations });
  }

  /** @param ruleIds of the table that was tried, in their order. */
  report(ruleIds: readonly string[]): ReplayReport {
    return {
      calls: this.#calls,
      unchanged: this.#calls - this.#changed,
      changed: this.#changed,
      changes: [...this.#changes.values()].toSorted((a, b) => b.calls - a.calls),
      newlyDefault: this.#newlyDefault.count,
      newlyNobody: this.#newlyNobody.count,
      rulesNeverUsed: ruleIds.filter((id) => !this.#used.has(id)),
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

function reachesNobody(destinations: readonly string[]): boolean {
  return !destinations.some((destination) => triesSomebody(destination.split(':')[0] ?? ''));
}
