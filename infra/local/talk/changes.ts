import type { Timers } from '../../../shared/ports/timers.ts';

/** Tells whoever waits that something has changed; they look for themselves what. */
export class Changes {
  readonly #timers: Timers;
  #next = Promise.withResolvers<'changed'>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  readonly note = (): void => {
    this.#next.resolve('changed');
    this.#next = Promise.withResolvers();
  };

  /** Resolves with the next change, or when so many milliseconds have gone by without one. */
  async within(milliseconds: number): Promise<'changed' | 'quiet'> {
    const quiet = Promise.withResolvers<'quiet'>();
    const timer = this.#timers.after(milliseconds, () => quiet.resolve('quiet'));
    try {
      return await Promise.race([this.#next.promise, quiet.promise]);
    } finally {
      timer.cancel();
    }
  }

  /** Waits until it is so, and how long that may take. @returns whether it came to be so. */
  async until(isSo: () => boolean, patienceMs: number): Promise<boolean> {
    const late = Promise.withResolvers<'late'>();
    const timer = this.#timers.after(patienceMs, () => late.resolve('late'));
    try {
      let waited: 'changed' | 'late' = 'changed';
      while (!isSo() && waited === 'changed') waited = await Promise.race([this.#next.promise, late.promise]);
      return isSo();
    } finally {
      timer.cancel();
    }
  }
}
