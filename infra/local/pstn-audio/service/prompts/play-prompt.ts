import { playSamples } from '../../media/play-samples.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';

export interface PromptOptions {
  /** How many times in all; default 1. */
  readonly times?: number;
  readonly signal: AbortSignal;
}

/**
 * Plays samples (8 kHz mono) to one leg, over what it hears otherwise. Resolves when the last frame was taken, the signal came,
 * something else took its place, or the leg ended.
 */
export async function playPrompt(
  audio: Pick<RtpEndpoint, 'play'>,
  samples: Int16Array,
  { times = 1, signal }: PromptOptions,
): Promise<void> {
  if (signal.aborted || samples.length === 0) return;
  const playing = playSamples(audio, samples, times);
  const stop = (): void => playing.stop();
  signal.addEventListener('abort', stop);
  await playing.finished;
  signal.removeEventListener('abort', stop);
}
