import type { AudioSink, AudioSource, Pcm } from './audio.ts';

/** Frames that may wait: more than this much jitter is heard as a gap rather than as delay. */
const limit = 3;
/** How many frames in a row something has to wait too long before it is cut short: 200 ms. */
const patience = 10;

/**
 * From someone who speaks to someone who listens, each on a clock of their own. A burst may queue up to three frames, the
 * oldest giving way; but where frames always find others waiting, the surplus is dropped, so that in the long run a frame
 * waits for no more than one frame's time.
 */
export class FrameQueue implements AudioSource, AudioSink {
  readonly #frames: Pcm[] = [];
  #shallowest = limit;
  #asked = 0;

  frame(pcm: Pcm): void {
    this.#frames.push(pcm);
    if (this.#frames.length > limit) this.#frames.shift();
  }

  next(): Pcm | undefined {
    this.#shallowest = Math.min(this.#shallowest, this.#frames.length);
    this.#asked += 1;
    if (this.#asked === patience) {
      this.#frames.splice(0, this.#shallowest - 1);
      this.#asked = 0;
      this.#shallowest = limit;
    }
    return this.#frames.shift();
  }
}
