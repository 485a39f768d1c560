import type { AudioSink, Pcm } from '../pstn-audio/media/audio.ts';
import { toneDetector } from '../pstn-audio/media/tone-detector.ts';

/** An ear that can be asked whether it hears a tone. */
export class ToneEar implements AudioSink {
  readonly #listeners = new Set<(frame: Pcm) => void>();

  frame(pcm: Pcm): void {
    for (const listener of this.#listeners) listener(pcm);
  }

  /** Resolves true as soon as the tone is heard, false when `over` resolves before. */
  async hears(frequencyHz: number, over: Promise<unknown>): Promise<boolean> {
    const detector = toneDetector(frequencyHz);
    const heard = Promise.withResolvers<boolean>();
    const listener = (frame: Pcm): void => {
      if (detector.heardIn(frame)) heard.resolve(true);
    };
    this.#listeners.add(listener);
    const result = await Promise.race([heard.promise, over.then(() => false)]);
    this.#listeners.delete(listener);
    return result;
  }
}
