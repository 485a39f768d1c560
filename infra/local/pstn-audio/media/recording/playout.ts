import { silence, type AudioSink, type Pcm } from '../audio.ts';

/** Frames that wait before the first is taken: 120 ms, more than a lost packet holds up those behind it. */
const waitingFrames = 6;
/** What waits beyond half a second is more than jitter: the oldest gives way. */
const mostFrames = 25;

/**
 * From a line, where frames come in their own time or not at all, to somebody who takes one every 20 ms: silence where there is
 * none. After each pause what comes is 120 ms behind, always, so that two lines recorded side by side stay in step.
 */
export class Playout implements AudioSink {
  readonly #frames: Pcm[] = [];
  #waiting = waitingFrames;

  frame(pcm: Pcm): void {
    this.#frames.push(pcm);
    if (this.#frames.length > mostFrames) this.#frames.shift();
  }

  next(): Pcm {
    if (this.#frames.length === 0) {
      this.#waiting = waitingFrames;
      return silence;
    }
    if (this.#waiting > 0) {
      this.#waiting -= 1;
      return silence;
    }
    return this.#frames.shift() ?? silence;
  }

  /** What still waits; nothing afterwards. */
  drain(): Pcm[] {
    return this.#frames.splice(0);
  }
}
