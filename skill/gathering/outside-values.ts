/**
 * What lies at the end of the path, in something that came from outside; `undefined` where the path breaks off.
 * Alexa's requests hold null where the types say text, and a hostile one holds anything.
 */
export function memberOf(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

/** A text of at least one character. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A text for people, in one line: without control characters and superfluous blanks, and well-formed, so that every store takes it. */
export function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return textOf(
    value
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  );
}
