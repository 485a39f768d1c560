const tokenPattern = /^[A-Za-z0-9\-.!%*_+`'~]+$/;

/** Whether `text` is a token (RFC 3261 §25.1). */
export function isToken(text: string): boolean {
  return tokenPattern.test(text);
}

/**
 * Splits at `separator` wherever it stands outside quoted strings and angle brackets; parts are trimmed.
 * Undefined when a quote or a bracket is left open.
 */
export function splitOutside(text: string, separator: ',' | ';'): string[] | undefined {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  let bracketed = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"' && !bracketed) quoted = true;
    else if (character === '<') bracketed = true;
    else if (character === '>') bracketed = false;
    else if (character === separator && !bracketed) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  if (quoted || bracketed) return undefined;
  parts.push(text.slice(start).trim());
  return parts;
}

/** `text` as a quoted string (RFC 3261 §25.1). */
export function quote(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`;
}

/** What a quoted string says; undefined when `text` is not exactly one. */
export function unquote(text: string): string | undefined {
  const inner = /^"((?:[^"\\]|\\.)*)"$/su.exec(text)?.[1];
  return inner?.replaceAll(/\\(.)/gsu, '$1');
}
