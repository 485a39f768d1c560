import { frameSamples, sampleRate, type Pcm } from '../audio.ts';
import { wavHeader, wavHeaderBytes } from '../wav-header.ts';

/** Five seconds: large enough to be few, small enough to waste little. */
const chunkFrames = 250;

/** Frames of one or two channels as they come, in chunks: what has been stored is never copied again until the file is written. */
export class SampleStore {
  readonly #channels: 1 | 2;
  readonly #chunks: Int16Array[] = [];
  #frames = 0;

  constructor(channels: 1 | 2) {
    this.#channels = channels;
  }

  /** How many frames of 20 ms there are. */
  get frames(): number {
    return this.#frames;
  }

  /** One frame of each channel: left, right. */
  add(left: Pcm, right: Pcm): void {
    const inChunk = this.#frames % chunkFrames;
    if (inChunk === 0) this.#chunks.push(new Int16Array(chunkFrames * frameSamples * this.#channels));
    const chunk = this.#chunks.at(-1);
    if (chunk === undefined) throw new Error('a recording has lost its chunk');
    const start = inChunk * frameSamples * this.#channels;
    if (this.#channels === 1) chunk.set(left, start);
    else
      for (let n = 0; n < frameSamples; n += 1) {
        chunk[start + n * 2] = left[n] ?? 0;
        chunk[start + n * 2 + 1] = right[n] ?? 0;
      }
    this.#frames += 1;
  }

  /** All of it as a WAV file: 8 kHz, 16-bit PCM. */
  wav(): Uint8Array {
    const samples = this.#frames * frameSamples * this.#channels;
    const dataBytes = samples * Int16Array.BYTES_PER_ELEMENT;
    const bytes = new Uint8Array(wavHeaderBytes + dataBytes);
    bytes.set(wavHeader({ rate: sampleRate, channels: this.#channels, bits: 16, dataBytes }));
    const view = new DataView(bytes.buffer, wavHeaderBytes);
    let at = 0;
    for (const chunk of this.#chunks)
      for (let n = 0; n < chunk.length && at < dataBytes; n += 1, at += 2) view.setInt16(at, chunk[n] ?? 0, true);
    return bytes;
  }
}
