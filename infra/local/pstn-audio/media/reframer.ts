import { frameSamples, type Pcm } from './audio.ts';

/** Cuts audio of any packet length into frames of 160 samples; what is left over waits for the next packet. */
export class Reframer {
  #rest: Int16Array = new Int16Array(0);

  push(samples: Int16Array): Pcm[] {
    if (this.#rest.length === 0 && samples.length === frameSamples) return [samples];
    const all = new Int16Array(this.#rest.length + samples.length);
    all.set(this.#rest);
    all.set(samples, this.#rest.length);
    const frames: Pcm[] = [];
    let start = 0;
    for (; start + frameSamples <= all.length; start += frameSamples)
      frames.push(all.slice(start, start + frameSamples));
    this.#rest = all.slice(start);
    return frames;
  }
}
