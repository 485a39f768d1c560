import { frameSamples, type AudioSource } from '../../media/audio.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';

export interface PromptOptions {
  /** How many times in all; default 1. */
  readonly times?: number;
  readonly signal: AbortSignal;
}

/**
 * Plays samples (8 kHz mono) to one leg, over what it hears otherwise; each time begins with a new frame. Resolves when the last
 * frame was taken, the signal came, something else took its place, or the leg ended.
 */
export function playPrompt(
  audio: Pick<RtpEndpoint, 'play'>,
  samples: Int16Array,
  { times = 1, signal }: PromptOptions,
): Promise<void> {
  if (signal.aborted || samples.length === 0) return Promise.resolve();
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let timesLeft = times;
  let position = 0;
  let playing = true;
  const stop = (): void => {
    if (playing) audio.play(undefined);
  };
  const source: AudioSource = {
    next() {
      if (position >= samples.length) {
        timesLeft -= 1;
        position = 0;
        if (timesLeft === 0) {
          stop();
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
      signal.removeEventListener('abort', stop);
      finish();
    },
  };
  signal.addEventListener('abort', stop);
  audio.play(source);
  return finished;
}
