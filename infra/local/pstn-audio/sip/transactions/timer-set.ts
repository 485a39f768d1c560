import type { Timer, Timers } from '../../../../../shared/ports/timers.ts';

/** The named timers of one machine: starting one again replaces it, and all can be stopped at once. */
export class TimerSet<Name extends string> {
  readonly #timers: Timers;
  readonly #running = new Map<Name, Timer>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  start(name: Name, milliseconds: number, action: () => void): void {
    this.stop(name);
    const timer = this.#timers.after(milliseconds, () => {
      this.#running.delete(name);
      action();
    });
    this.#running.set(name, timer);
  }

  /** Runs `action` after `first` ms, then after pauses that double up to `longest`, until stopped. */
  repeat(name: Name, first: number, longest: number, action: () => void): void {
    this.start(name, first, () => {
      this.repeat(name, Math.min(first * 2, longest), longest, action);
      action();
    });
  }

  stop(name: Name): void {
    this.#running.get(name)?.cancel();
    this.#running.delete(name);
  }

  stopAll(): void {
    for (const timer of this.#running.values()) timer.cancel();
    this.#running.clear();
  }
}
