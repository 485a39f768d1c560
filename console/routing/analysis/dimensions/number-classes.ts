import { numberOf } from '../../../../shared/domain/routing/attribute-test.ts';
import { run, type AtomSet } from '../atom-set.ts';

/**
 * Texts, told apart by ranges of the numbers that they stand for and by whole values. The first class is all other texts that are
 * no number; then come the values that are no number; then the numbers in their order, so that a range is a run: from one
 * bound to the next a class of all numbers that are no value of the list, and each value beside it.
 */
export class NumberClasses {
  /** A text of each class; a class's number is its index. */
  readonly examples: readonly string[];
  readonly #values = new Map<string, number>();
  /** Ascending bounds, and the first class that is not below each. */
  readonly #firstFrom = new Map<number, number>();

  constructor({
    bounds,
    values,
    other,
  }: {
    readonly bounds: Iterable<number>;
    readonly values: Iterable<string>;
    readonly other: string;
  }) {
    const examples = [other];
    const add = (text: string): void => {
      this.#values.set(text, examples.length);
      examples.push(text);
    };
    const distinct = new Set(values);
    const numeric = [...distinct]
      .flatMap((text) => ({ text, number: numberOf(text) ?? Number.NaN }))
      .filter(({ number }) => !Number.isNaN(number))
      .sort((a, b) => a.number - b.number);
    for (const text of distinct) if (numberOf(text) === undefined) add(text);

    const ascending = [...new Set([-Infinity, ...bounds, Infinity])].sort((a, b) => a - b);
    let next = 0;
    for (const [index, from] of ascending.entries()) {
      this.#firstFrom.set(from, examples.length);
      const below = ascending[index + 1];
      if (below === undefined) break;
      const example = exampleBetween(from, below, distinct);
      if (example !== undefined) examples.push(example);
      for (let value = numeric[next]; value !== undefined && value.number < below; value = numeric[next]) {
        add(value.text);
        next += 1;
      }
    }
    this.examples = examples;
  }

  between(from: number, below: number): AtomSet {
    return run(this.#firstFrom.get(from) ?? 0, this.#firstFrom.get(below) ?? 0);
  }

  classOf(value: string): number | undefined {
    return this.#values.get(value);
  }
}

/** A plain decimal from `from` (included) to `below` (not) that is not taken; `undefined` when there is none. */
export function exampleBetween(from: number, below: number, taken: ReadonlySet<string>): string | undefined {
  for (const number of candidatesBetween(from, below))
    for (const text of spellings(number)) {
      const value = numberOf(text);
      if (value !== undefined && value >= from && value < below && !taken.has(text)) return text;
    }
  return undefined;
}

function candidatesBetween(from: number, below: number): number[] {
  if (from === -Infinity) return below === Infinity ? [0] : [Math.ceil(below) - 1, below - 1, below - 0.5];
  const end = below === Infinity ? from + 2 : below;
  return [from, Math.ceil(from), Math.floor(from) + 1, (from + end) / 2];
}

/** "5", "5.0", "5.00" are one number and different values. */
function spellings(number: number): string[] {
  const plain = Object.is(number, -0) ? '0' : String(number);
  return [plain, ...Array.from({ length: 15 }, (_, index) => number.toFixed(index + 1))];
}
