import { tokensOf, wordsOf, type Token } from './tokens.ts';

export type PatternPart =
  | { readonly kind: 'word'; readonly word: string }
  /** `suffix` is what is spoken together with the value, as in {firstName}'s. */
  | { readonly kind: 'slot'; readonly name: string; readonly suffix: string };

const slotPattern = /\{([\w.]+)\}('s)?/g;

export function slotNamesIn(sample: string): string[] {
  return [...sample.matchAll(slotPattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** A sample utterance as a row of words and slots. */
export function patternOf(sample: string): PatternPart[] {
  const parts: PatternPart[] = [];
  const text = sample.replaceAll('’', "'");
  let from = 0;
  const addWords = (words: string): void => {
    parts.push(...wordsOf(words).map((word) => ({ kind: 'word', word }) as const));
  };
  for (const match of text.matchAll(slotPattern)) {
    addWords(text.slice(from, match.index));
    parts.push({ kind: 'slot', name: match[1] ?? '', suffix: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  addWords(text.slice(from));
  return parts;
}

export function literalCount(pattern: readonly PatternPart[]): number {
  return pattern.filter(({ kind }) => kind === 'word').length;
}

/** Which words each slot took. */
export type Assignment = ReadonlyMap<string, readonly Token[]>;

/** Every way in which the whole utterance fits the pattern; each slot takes one word at least, and as few as it can first. */
export function* assignments(pattern: readonly PatternPart[], tokens: readonly Token[]): Generator<Assignment> {
  const [part, ...rest] = pattern;
  if (part === undefined) {
    if (tokens.length === 0) yield new Map();
    return;
  }
  if (part.kind === 'word') {
    if (tokens[0]?.word === part.word) yield* assignments(rest, tokens.slice(1));
    return;
  }
  const room = tokens.length - rest.length;
  for (let length = 1; length <= room; length += 1) {
    const taken = withoutSuffix(tokens.slice(0, length), part.suffix);
    if (taken === undefined) continue;
    for (const others of assignments(rest, tokens.slice(length))) yield new Map([[part.name, taken], ...others]);
  }
}

function withoutSuffix(tokens: readonly Token[], suffix: string): readonly Token[] | undefined {
  const last = tokens.at(-1);
  if (suffix === '' || last === undefined) return tokens;
  if (!last.word.endsWith(suffix)) return undefined;
  return [...tokens.slice(0, -1), ...tokensOf(last.text.slice(0, -suffix.length))];
}
