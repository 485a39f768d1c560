/** One word of an utterance: as it is compared, and as it was said. */
export interface Token {
  readonly word: string;
  readonly text: string;
}

/** Splits what somebody says, or a sample, into words: case, punctuation and the dots of abbreviations do not count. */
export function tokensOf(text: string): Token[] {
  return text
    .replaceAll('’', "'")
    .replaceAll(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, '')
    .split(/[\s,;:!?"()_–—-]+|\.(?=\s|$)/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => ({ word: part.toLowerCase(), text: part }));
}

export function wordsOf(text: string): string[] {
  return tokensOf(text).map(({ word }) => word);
}

/** The form in which two phrases are compared. */
export function normalise(text: string): string {
  return wordsOf(text).join(' ');
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}
