import { frameSamples, type AudioSource } from './audio.ts';
import type { RtpEndpoint } from './rtp-endpoint.ts';

export interface Playing {
  /** Resolves when the last frame was taken, or playing was stopped, replaced, or cut off by the end of the leg. */
  readonly finished: Promise<void>;
  stop(): void;
}

/** Plays samples (8 kHz mono) to one leg, once, the last frame filled up with silence. */
export function playOnce(endpoint: Pick<RtpEndpoint, 'play'>, samples: Int16Array): Playing {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let position = 0;
  let playing = true;
  const source: AudioSource = {
    next() {
      if (position >= samples.length) {
        endpoint.play(undefined);
        return undefined;
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
