import type { LaterTimers } from './timers.ts';

export const laterTimers: LaterTimers = {
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};
