import type { Timers } from '../../ports/timers.ts';

/** What timers are made of. */
export interface TimeSource {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Runs an action once, so many milliseconds later; the function returned calls it off. */
  readonly once: (milliseconds: number, action: () => void) => () => void;
}

/** So far behind, a machine was asleep or a process stopped: what was missed is not made up for. */
const asleepMs = 1000;

export const systemTimers: Timers = timersOn({
  now: () => performance.now(),
  once: (milliseconds, action) => {
    const handle = setTimeout(action, milliseconds);
    return () => clearTimeout(handle);
  },
});

export function timersOn({ now, once }: TimeSource): Timers {
  return {
    after: (milliseconds, action) => ({ cancel: once(milliseconds, action) }),

    every(milliseconds, action) {
      // Each period is counted from the start, not from the last run: a late run does not delay the next ones.
      let start = now();
      let runs = 0;
      let cancel: () => void;
      const arm = (): void => {
        const wait = start + (runs + 1) * milliseconds - now();
        if (wait < -asleepMs) {
          start = now();
          runs = 0;
        }
        cancel = once(Math.max(0, wait), run);
      };
      const run = (): void => {
        runs += 1;
        arm();
        action();
      };
      arm();
      return { cancel: () => cancel() };
    },
  };
}
