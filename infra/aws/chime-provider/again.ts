import type { Timers } from '../../../shared/ports/timers.ts';

const tries = 7;
const pauseMs = 10_000;

/** Does it again every 10 s, 7 times at the most, as long as it fails by what may pass; then rejects with that. */
export async function again<Result>(
  timers: Timers,
  work: () => Promise<Result>,
  mayPass: (error: unknown) => boolean,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === tries || !mayPass(error)) throw error;
    }
    await new Promise<void>((resolve) => void timers.after(pauseMs, resolve));
  }
}
