import { stableFraction } from '../../../shared/domain/routing/stable-fraction.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Draws that are the same in every run, so that runs can be compared. */
export class Draw {
  readonly #name: string;
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  fraction(): number {
    this.#count += 1;
    return stableFraction(this.#name, String(this.#count));
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  of<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }

  text(length: number): string {
    return Array.from({ length }, () => letters[this.below(64)]).join('');
  }
}
