import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';

/** The value of `work`, or an Error that says what did not happen in time. Programs of others may never answer. */
export function within<Value>(milliseconds: number, what: string, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = systemTimers.after(milliseconds, () => reject(new Error(`${what}: not within ${milliseconds} ms`)));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}
