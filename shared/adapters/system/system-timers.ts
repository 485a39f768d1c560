import type { Timers } from '../../ports/timers.ts';

export const systemTimers: Timers = {
  after(milliseconds, action) {
    const handle = setTimeout(action, milliseconds);
    return { cancel: () => clearTimeout(handle) };
  },

  every(milliseconds, action) {
    // Each period is counted from the start, not from the last run: a late run does not delay the next ones.
    const start = performance.now();
    let runs = 0;
    let handle: NodeJS.Timeout | undefined;
    const arm = (): void => {
      handle = setTimeout(run, Math.max(0, start + (runs + 1) * milliseconds - performance.now()));
    };
    const run = (): void => {
      runs += 1;
      arm();
      action();
    };
    arm();
    return { cancel: () => clearTimeout(handle) };
  },
};
