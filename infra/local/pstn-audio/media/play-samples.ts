import { frameSamples, type AudioSource } from './audio.ts';
import type { RtpEndpoint } from './rtp-endpoint.ts';

export interface Playing {
  /** Resolves when the last frame was taken, or playing was stopped, replaced, or cut off by the end of the leg. */
  readonly finished: Promise<void>;
  stop(): void;
}

/**
 * Plays samples (8 kHz mono) to one leg, over what it hears otherwise; each time begins with a new frame, and its last is filled up
 * with silence.
 * @param times how many times in all, 1 or more; default 1.
 */
export function playSamples(endpoint: Pick<RtpEndpoint, 'play'>, samples: Int16Array, times = 1): Playing {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let timesLeft = times;
  let position = 0;
  let playing = true;
  const source: AudioSource = {
    next() {
      if (position >= samples.length) {
        timesLeft -= 1;
        position = 0;
        if (timesLeft === 0) {
          endpoint.play(undefined);
          return undefined;
        }
      }
      const frame = new Int16Array(frameSamples);
      frame.set(samples.subarray(position, position + frameSamples));
      position += frameSamples;
      return frame;
    },
    released() {
      playing = false;
      finish();
    },
  };
  endpoint.play(source);
  return {
    finished,
    stop() {
      if (playing) endpoint.play(undefined);
    },
  };
}
