import type { Logger } from '../../shared/observability/logger.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { givenTime } from '../given-time.ts';
import { routingBudgetMs } from '../time-limits.ts';

export interface StoreTimeServices {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
}

/** The time there is for all that one decision asks the stores. What cannot be had in it is done without. */
export class StoreTime {
  readonly #services: StoreTimeServices;
  readonly #transactionId: string | undefined;
  readonly #deadline: number;

  constructor(services: StoreTimeServices, transactionId?: string) {
    this.#services = services;
    this.#transactionId = transactionId;
    this.#deadline = services.clock.now() + routingBudgetMs;
  }

  /** The value, or undefined when it cannot be had in the time that is left: then `trouble` is logged. Never rejects. */
  async had<Value>(trouble: string, ask: (signal: AbortSignal) => Promise<Value>): Promise<Value | undefined> {
    const { clock, timers, log } = this.#services;
    const about = { transactionId: this.#transactionId };
    const left = this.#deadline - clock.now();
    try {
      const answer = left > 0 ? await givenTime(timers, left, ask) : { kind: 'late' as const };
      if (answer.kind === 'inTime') return answer.value;
      log.warn(trouble, { ...about, code: 'late' });
    } catch (error) {
      log.error(trouble, error, about);
    }
    return undefined;
  }
}
