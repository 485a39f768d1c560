/** Samples in a second; everything here is mono. */
export const sampleRate = 8000;
/** One frame of audio, in milliseconds and in samples. */
export const frameMilliseconds = 20;
export const frameSamples = 160;

/** One frame: 160 samples, 8 kHz mono, 20 ms. Whoever is handed one may keep it but never changes it. */
export type Pcm = Int16Array;

interface Releasable {
  /** Told once when something else takes its place, or what it was attached to closes. */
  released?(): void;
}

/** Something that can be heard: asked for one frame every 20 ms. */
export interface AudioSource extends Releasable {
  /** The next frame; undefined when there is nothing to say in it. */
  next(): Pcm | undefined;
}

/** Something that listens. */
export interface AudioSink extends Releasable {
  frame(pcm: Pcm): void;
  /** A pressed key: 0-9, *, #, A-D. Told once, when the key goes down. */
  digit?(digit: string): void;
}

/** Someone in a conversation. */
export interface AudioParty {
  /** What the party says. */
  readonly voice: AudioSource;
  /** What the party hears. */
  readonly ear: AudioSink;
}

/** A frame in which nobody speaks. */
export const silence: Pcm = new Int16Array(frameSamples);

// Taken out of the global object once: each sample of a mix passes here, and a look-up there is slow inside a vm context.
const { round } = Math;

/** Forces a sum of samples into 16 bits, as an overdriven line would. */
export function saturate(value: number): number {
  if (value > 32_767) return 32_767;
  return value < -32_768 ? -32_768 : round(value);
}
