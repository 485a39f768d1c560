import type { AudioSink } from '../pstn-audio/media/audio.ts';

/** An ear for the keys that the other side presses. */
export class KeyEar implements AudioSink {
  #heard = '';
  readonly #waiting = new Set<() => void>();

  /** All keys so far. */
  get heard(): string {
    return this.#heard;
  }

  frame(): void {
    // Only keys count.
  }

  digit(digit: string): void {
    this.#heard += digit;
    for (const look of this.#waiting) look();
  }

  /** Resolves true as soon as these keys have been heard one after another, false when `over` resolves before. */
  async hears(keys: string, over: Promise<unknown>): Promise<boolean> {
    const heard = Promise.withResolvers<boolean>();
    const look = (): void => {
      if (this.#heard.includes(keys)) heard.resolve(true);
    };
    this.#waiting.add(look);
    look();
    const result = await Promise.race([heard.promise, over.then(() => false)]);
    this.#waiting.delete(look);
    return result;
  }
}
