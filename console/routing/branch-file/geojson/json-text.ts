import type { FilePath, Position } from '../../findings.ts';
import { linesOf, type TextLines } from '../../text-lines.ts';
import { blanksFrom, readParts, type JsonPart } from './json-parts.ts';

/**
 * Positions in a JSON text that `JSON.parse` has taken: it says what a text means, and not where. What has been looked
 * for once is not looked for again, so that many positions in one long list cost one pass over it.
 */
export class JsonText {
  readonly #text: string;
  readonly #lines: TextLines;
  readonly #byKey = new Map<number, ReadonlyMap<string | number, JsonPart>>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = linesOf(text);
  }

  get root(): number {
    return blanksFrom(this.#text, 0);
  }

  /** Of an object or a list; nothing of anything else. */
  partsAt(offset: number): readonly JsonPart[] {
    return this.#isContainer(offset) ? readParts(this.#text, offset) : [];
  }

  /** Where something stands, or the nearest thing around it that does: a plain value, or the key of anything else. */
  locate(path: FilePath): Position {
    let offset = this.root;
    let valueOffset = offset;
    for (const step of path) {
      const part = this.#partsByKey(valueOffset).get(step);
      if (part === undefined) break;
      ({ offset, valueOffset } = part);
    }
    return this.positionOf(this.#isContainer(valueOffset) ? offset : valueOffset);
  }

  positionOf(offset: number): Position {
    return this.#lines.positionOf(offset);
  }

  /** Of members with the same key the last one counts, as for `JSON.parse`. */
  #partsByKey(offset: number): ReadonlyMap<string | number, JsonPart> {
    const known = this.#byKey.get(offset);
    if (known !== undefined) return known;
    const byKey = new Map(this.partsAt(offset).map((part) => [part.key, part]));
    this.#byKey.set(offset, byKey);
    return byKey;
  }

  #isContainer(offset: number): boolean {
    return this.#text[offset] === '{' || this.#text[offset] === '[';
  }
}
