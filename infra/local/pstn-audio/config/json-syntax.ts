/** Where a text stops being JSON (RFC 8259). Lines and columns count from 1. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * The first place where a text is not JSON; undefined when it is. JSON.parse tells the place of some mistakes only, and repeats
 * parts of the text.
 */
export function jsonMistake(text: string): JsonMistake | undefined {
  const scan = new Scan(text);
  const message = scan.document();
  if (message === undefined) return undefined;
  const before = text.slice(0, scan.at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, message };
}

const space = /[ \t\n\r]*/y;
// JSON allows the upper control characters as they are (RFC 8259 §7).
const string = /"(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** Each method moves over what it is named after and returns what is wrong, if anything; then `at` is the place. */
class Scan {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): string | undefined {
    return this.#value() ?? (this.#at('') ? undefined : 'the configuration ends here: remove what follows');
  }

  #value(): string | undefined {
    this.#skip(space);
    if (this.#take('{')) return this.#entries('}', () => this.#member());
    if (this.#take('[')) return this.#entries(']', () => this.#value());
    if (this.#skip(string) || this.#skip(scalar)) return undefined;
    if (this.#at("'")) return 'text stands in double quotes';
    return this.#wrong('a value is missing here: text in double quotes, a number, true, false, null, { } or [ ]');
  }

  #member(): string | undefined {
    this.#skip(space);
    if (!this.#skip(string)) return this.#wrong('the name of a field is missing here, in double quotes');
    this.#skip(space);
    return this.#take(':') ? this.#value() : this.#wrong('":" is missing here');
  }

  #entries(end: '}' | ']', entry: () => string | undefined): string | undefined {
    this.#skip(space);
    if (this.#take(end)) return undefined;
    for (;;) {
      const wrong = entry();
      if (wrong !== undefined) return wrong;
      this.#skip(space);
      if (this.#take(end)) return undefined;
      if (!this.#take(',')) return this.#wrong(`"," or "${end}" is missing here`);
      const comma = this.at - 1;
      this.#skip(space);
      if (this.#at(end)) {
        this.at = comma;
        return 'this "," is one too many';
      }
    }
  }

  #wrong(message: string): string {
    if (this.#at('//') || this.#at('/*')) return 'JSON has no comments: remove it';
    return this.at >= this.#text.length ? 'the file ends too early' : message;
  }

  /** Whether this text comes next; '' means the end. */
  #at(next: string): boolean {
    this.#skip(space);
    return next === '' ? this.at >= this.#text.length : this.#text.startsWith(next, this.at);
  }

  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found === null) return false;
    this.at += found[0].length;
    return true;
  }
}
