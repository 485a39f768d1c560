import type { Clock } from '../shared/ports/clock.ts';
import { invocationBudgetMs, lookUpBudgetMs } from './time-limits.ts';

/** What one invocation may still wait for. */
export class InvocationTime {
  /** When the invocation began. */
  readonly began: number;
  readonly #clock: Clock;
  readonly #ends: number;
  #forLookUps: number = lookUpBudgetMs;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.began = clock.now();
    this.#ends = this.began + invocationBudgetMs;
  }

  /** Milliseconds left for something that may take `atMost`; 0 when there is no time for it any more. */
  left(atMost: number): number {
    return Math.max(0, Math.min(atMost, this.#ends - this.#clock.now()));
  }

  /** Runs a look-up; all of them together have one budget, and `left` says how much of it there is for `atMost`. */
  async lookUp<Answer>(run: (left: (atMost: number) => number) => Promise<Answer>): Promise<Answer> {
    const begun = this.#clock.now();
    const gone = (): number => this.#clock.now() - begun;
    try {
      return await run((atMost) => this.left(Math.max(0, Math.min(atMost, this.#forLookUps - gone()))));
    } finally {
      this.#forLookUps -= gone();
    }
  }
}
