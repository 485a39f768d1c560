import type { Timers } from '../../../shared/ports/timers.ts';

const tries = 7;
const pauseMs = 10_000;
/** Lambda ends the function after two minutes, and a try may take half of one. */
const longestMs = 75_000;

/** Does it again after 10 s, 7 times and for 75 s at the most, as long as it fails by what may pass; then rejects with that. */
export async function again<Result>(
  timers: Timers,
  work: () => Promise<Result>,
  mayPass: (error: unknown) => boolean,
): Promise<Result> {
  let isLate = false;
  const limit = timers.after(longestMs, () => {
    isLate = true;
  });
  try {
    for (let tried = 1; ; tried += 1) {
      try {
        return await work();
      } catch (error) {
        if (tried === tries || isLate || !mayPass(error)) throw error;
      }
      await new Promise<void>((resolve) => void timers.after(pauseMs, resolve));
    }
  } finally {
    limit.cancel();
  }
}
