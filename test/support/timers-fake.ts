import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Timer, Timers } from '../../shared/ports/timers.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly action: () => void;
  readonly period?: number;
}

/** Time that moves only when a test says so: a clock and its timers in one. */
export class TimersFake implements Timers, Clock {
  #now: number;
  #order = 0;
  readonly #due = new Map<number, Due>();

  constructor(now: number = Date.parse('2026-11-18T15:00:00Z')) {
    this.#now = now;
  }

  now(): EpochMs {
    return epochMs(this.#now);
  }

  after(milliseconds: number, action: () => void): Timer {
    return this.#add({ at: this.#now + milliseconds, action });
  }

  every(milliseconds: number, action: () => void): Timer {
    return this.#add({ at: this.#now + milliseconds, action, period: milliseconds });
  }

  /** Runs what falls due, in order, letting promises settle between one timer and the next. */
  async advanceBy(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      const [key, due] = next;
      this.#now = Math.max(this.#now, due.at);
      if (due.period === undefined) this.#due.delete(key);
      else this.#due.set(key, { ...due, at: due.at + due.period });
      due.action();
      await settle();
    }
    this.#now = end;
  }

  /** How many timers wait. */
  get pending(): number {
    return this.#due.size;
  }

  #add(due: Omit<Due, 'order'>): Timer {
    const key = (this.#order += 1);
    this.#due.set(key, { ...due, order: key });
    return { cancel: () => void this.#due.delete(key) };
  }

  #next(end: number): [number, Due] | undefined {
    return [...this.#due]
      .filter(([, due]) => due.at <= end)
      .sort(([, a], [, b]) => a.at - b.at || a.order - b.order)[0];
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
