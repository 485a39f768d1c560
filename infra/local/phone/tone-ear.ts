import type { AudioSink, Pcm } from '../pstn-audio/media/audio.ts';
import { toneDetector } from '../pstn-audio/media/tone-detector.ts';

/** -50 dBFS: above the crumbs that µ-law makes of silence. */
const quietestMeanSquare = (32_767 ** 2 / 2) * 10 ** (-50 / 10);

const silentFrames = 5;

/** An ear that can be asked what it hears. */
export class ToneEar implements AudioSink {
  readonly #listeners = new Set<(frame: Pcm) => void>();

  frame(pcm: Pcm): void {
    for (const listener of this.#listeners) listener(pcm);
  }

  /** Resolves true as soon as the tone is heard, false when `over` resolves before. */
  hears(frequencyHz: number, over: Promise<unknown>): Promise<boolean> {
    const detector = toneDetector(frequencyHz);
    return this.#until((frame) => detector.heardIn(frame), over);
  }

  /** Resolves true as soon as anything at all is heard, false when `over` resolves before. */
  hearsSound(over: Promise<unknown>): Promise<boolean> {
    return this.#until((frame) => meanSquare(frame) > quietestMeanSquare, over);
  }

  /** Resolves true as soon as 100 ms of silence have been heard, false when `over` resolves before. */
  hearsSilence(over: Promise<unknown>): Promise<boolean> {
    let silent = 0;
    return this.#until((frame) => {
      silent = meanSquare(frame) > quietestMeanSquare ? 0 : silent + 1;
      return silent === silentFrames;
    }, over);
  }

  async #until(isIt: (frame: Pcm) => boolean, over: Promise<unknown>): Promise<boolean> {
    const heard = Promise.withResolvers<boolean>();
    const listener = (frame: Pcm): void => {
      if (isIt(frame)) heard.resolve(true);
    };
    this.#listeners.add(listener);
    const result = await Promise.race([heard.promise, over.then(() => false)]);
    this.#listeners.delete(listener);
    return result;
  }
}

function meanSquare(frame: Pcm): number {
  return frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length;
}
