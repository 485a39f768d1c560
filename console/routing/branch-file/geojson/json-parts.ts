/** A member of an object or an item of a list, by where it stands in a text. */
export interface JsonPart {
  readonly key: string | number;
  /** Of the key; of the value, in a list. */
  readonly offset: number;
  readonly valueOffset: number;
}

/** The parts of the object or list that begins at an offset of a JSON text (RFC 8259) that `JSON.parse` has taken. */
export function readParts(text: string, offset: number): readonly JsonPart[] {
  const inObject = text[offset] === '{';
  const parts: JsonPart[] = [];
  let at = blanksFrom(text, offset + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const start = at;
    let key: string | number = parts.length;
    if (inObject) {
      const end = stringEnd(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      // After the colon.
      at = blanksFrom(text, blanksFrom(text, end) + 1);
    }
    parts.push({ key, offset: start, valueOffset: at });
    at = blanksFrom(text, valueEnd(text, at));
    if (text[at] === ',') at = blanksFrom(text, at + 1);
  }
  return parts;
}

/** The offset of the first character that is no blank. */
export function blanksFrom(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && ' \t\r\n\uFEFF'.includes(text[at] ?? '')) at += 1;
  return at;
}

/** The offset after the value that begins here. */
function valueEnd(text: string, offset: number): number {
  let depth = 0;
  let at = offset;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at);
    else {
      if (character === '{' || character === '[') depth += 1;
      else if (character === '}' || character === ']') depth -= 1;
      else if (depth === 0) return scalarEnd(text, at);
      at += 1;
    }
    if (depth === 0) return at;
  }
  return at;
}

function scalarEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !',]} \t\r\n'.includes(text[at] ?? ' ')) at += 1;
  return at;
}

/** The offset after the string that begins here. */
function stringEnd(text: string, offset: number): number {
  let quote = text.indexOf('"', offset + 1);
  while (quote !== -1 && backslashesBefore(text, quote) % 2 === 1) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote + 1;
}

function backslashesBefore(text: string, offset: number): number {
  let count = 0;
  while (text[offset - 1 - count] === '\\') count += 1;
  return count;
}
