import type { AlexaFaults, Fault } from '../../../infra/local/alexa/api/faults.ts';
import type { TimersFake } from '../timers-fake.ts';

/** Long enough for the skill to give up on anything, and Alexa on the skill. */
const longestWaitMs = 10_000;
const stepMs = 100;

/**
 * All that the skill asks of others, so that a story's time passes only while something is held back and nothing else is under way:
 * however slow the machine is, whoever answers answers in time.
 */
export class Outside {
  readonly #open = new Set<symbol>();
  #held = 0;
  readonly #timers: TimersFake;

  constructor(timers: TimersFake) {
    this.#timers = timers;
  }

  /** Something is asked; it is under way until it settles. */
  async ask<Answer>(asked: () => Promise<Answer>): Promise<Answer> {
    const question = Symbol('question');
    this.#open.add(question);
    try {
      return await asked();
    } finally {
      this.#open.delete(question);
    }
  }

  /** Something that was asked is answered so many milliseconds later. */
  hold(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return Promise.resolve();
    this.#held += 1;
    return new Promise((resolve) => {
      this.#timers.after(milliseconds, () => {
        this.#held -= 1;
        resolve();
      });
    });
  }

  /** Something that was asked is never answered. */
  holdForEver(): Promise<never> {
    this.#held += 1;
    return new Promise(() => undefined);
  }

  /** Is told of requests that Alexa's API keeps waiting. */
  watch(faults: AlexaFaults): void {
    const take = faults.take.bind(faults);
    faults.take = (endpoint) => {
      const fault: Fault | undefined = take(endpoint);
      if (fault === 'hang') void this.holdForEver();
      if (typeof fault === 'object') void this.hold(fault.afterMs);
      return fault;
    };
  }

  /** Waits for a turn, and lets time pass where it needs it. */
  async through<Turn>(turn: Promise<Turn>): Promise<Turn> {
    const taking = { isOver: false };
    const over = turn.finally(() => (taking.isOver = true));
    // What it rejects with is thrown below.
    over.catch(() => undefined);
    for (let passed = 0; !taking.isOver && passed < longestWaitMs;) {
      await eventLoop();
      if (taking.isOver || this.#held === 0 || this.#open.size !== this.#held) continue;
      await this.#timers.advanceBy(stepMs);
      passed += stepMs;
    }
    const answer = await over;
    // What was given up is never answered.
    this.#held = 0;
    this.#open.clear();
    return answer;
  }
}

/** One turn of the event loop, with everything that waits for nothing but its turn. */
function eventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
