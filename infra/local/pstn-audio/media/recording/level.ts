import type { Pcm } from '../audio.ts';

/** How loud a frame is: the root of the mean square of its samples, 0 to 32,768. */
export function levelOf(frame: Pcm): number {
  let sum = 0;
  for (let n = 0; n < frame.length; n += 1) sum += (frame[n] ?? 0) ** 2;
  return frame.length === 0 ? 0 : Math.sqrt(sum / frame.length);
}
