import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import type { Timers } from '../../../shared/ports/timers.ts';

/** The system's timers, but those of one length, in ms, run out only when the test says so. */
export function handFiredTimers(milliseconds: number): { readonly timers: Timers; readonly runOut: () => void } {
  const waiting = new Set<() => void>();
  return {
    timers: {
      every: (period, action) => systemTimers.every(period, action),
      after(delay, action) {
        if (delay !== milliseconds) return systemTimers.after(delay, action);
        waiting.add(action);
        return { cancel: () => void waiting.delete(action) };
      },
    },
    runOut() {
      const due = [...waiting];
      waiting.clear();
      for (const action of due) action();
    },
  };
}
