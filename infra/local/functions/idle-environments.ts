import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import type { ExecutionEnvironment } from './execution-environment.ts';

/** How long an environment is kept without an event, at least. AWS keeps them for minutes and does not say how many. */
const keptMilliseconds = 60_000;

/** Environments that wait for events. Those that a busy time has left behind end after a while, all but the last. */
export class IdleEnvironments {
  readonly #timers: Timers;
  readonly #retire: (environment: ExecutionEnvironment) => void;
  #idle: ExecutionEnvironment[] = [];
  /** Those that were idle at the last look and have not been taken since. */
  #unused = new Set<ExecutionEnvironment>();
  #nextLook: Timer | undefined;

  constructor(timers: Timers, retire: (environment: ExecutionEnvironment) => void) {
    this.#timers = timers;
    this.#retire = retire;
  }

  add(environment: ExecutionEnvironment): void {
    this.#idle.push(environment);
    if (this.#idle.length > 1) this.#nextLook ??= this.#timers.after(keptMilliseconds, () => this.#look());
  }

  /** The one used last that still lives. */
  take(): ExecutionEnvironment | undefined {
    for (let next = this.#idle.pop(); next !== undefined; next = this.#idle.pop()) {
      this.#unused.delete(next);
      if (next.alive) return next;
      this.#retire(next);
    }
    return undefined;
  }

  /** Ends them all. */
  clear(): void {
    this.#nextLook?.cancel();
    this.#nextLook = undefined;
    for (const each of this.#idle.splice(0)) this.#retire(each);
  }

  #look(): void {
    this.#nextLook = undefined;
    const last = this.#idle.at(-1);
    const [ending, staying] = [
      this.#idle.filter((each) => each !== last && this.#unused.has(each)),
      this.#idle.filter((each) => each === last || !this.#unused.has(each)),
    ];
    this.#idle = staying;
    this.#unused = new Set(staying);
    for (const each of ending) this.#retire(each);
    if (staying.length > 1) this.#nextLook = this.#timers.after(keptMilliseconds, () => this.#look());
  }
}
