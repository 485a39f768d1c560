import { tokensOf, wordsOf, type Token } from './tokens.ts';

export type PatternPart =
  | { readonly kind: 'word'; readonly word: string }
  /** `suffix` is what is spoken together with the value, as in {firstName}'s. */
  | { readonly kind: 'slot'; readonly name: string; readonly suffix: string };

/** A sample utterance as a row of words and slots. */
export interface Pattern {
  readonly parts: readonly PatternPart[];
  readonly words: readonly string[];
}

const slotPattern = /\{([\w.]+)\}('s)?/g;

export function slotNamesIn(sample: string): string[] {
  return [...sample.matchAll(slotPattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

export function patternOf(sample: string): Pattern {
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
  return { parts, words: parts.flatMap((part) => (part.kind === 'word' ? [part.word] : [])) };
}

/** The tokens without what is spoken together with their last; undefined when they do not end so. */
export function withoutSuffix(tokens: readonly Token[], suffix: string): readonly Token[] | undefined {
  const last = tokens.at(-1);
  if (suffix === '' || last === undefined) return tokens;
  if (!last.word.endsWith(suffix)) return undefined;
  return [...tokens.slice(0, -1), ...tokensOf(last.text.slice(0, -suffix.length))];
}
