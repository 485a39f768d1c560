import type { Happening, Tell } from './happening.ts';

/**
 * Keeps what happens while Alexa is still at her answer, and tells it after that. Here a call is placed the moment it is ordered;
 * an Echo places it once she has spoken.
 */
export class HeldHappenings {
  readonly #tell: Tell;
  #held: Happening[] | undefined;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  readonly tell: Tell = (happening) => {
    if (this.#held === undefined) this.#tell(happening);
    else this.#held.push(happening);
  };

  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const happening of held) this.#tell(happening);
  }
}
