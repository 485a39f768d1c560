import { numberVocabulary, type NumberWords } from '../language/number-words.ts';

/** No phrase for a number below a hundred is longer than "quatre vingt dix neuf". */
const longestPhrase = 4;
/** Nobody says more in one breath. */
const mostWords = 64;
const vocabularies = new WeakMap<NumberWords, ReadonlySet<string>>();

/**
 * The digits that somebody says: a cardinal below a million ("two hundred and five" → 205), digits one by one
 * ("one two oh four" → 1204), or groups in a row ("nineteen eighty four" → 1984); leading zeros are kept.
 * Undefined when a word is not part of a number.
 */
export function digitsOf(words: readonly string[], numbers: NumberWords): string | undefined {
  const vocabulary = vocabularyOf(numbers);
  if (words.length > mostWords || !words.every((word) => isDigits(word) || vocabulary.has(word))) return undefined;
  let digits = '';
  let at = 0;
  while (at < words.length) {
    const group = readGroup(words, at, numbers);
    if (group === undefined) return undefined;
    digits += group.digits;
    at = group.next;
  }
  return digits === '' ? undefined : digits;
}

interface Group {
  readonly digits: string;
  readonly next: number;
}

function readGroup(words: readonly string[], at: number, numbers: NumberWords): Group | undefined {
  const word = words[at] ?? '';
  if (isDigits(word)) return { digits: word, next: at + 1 };
  const times = numbers.repeats[word];
  if (times !== undefined) {
    const digit = digitOf(words[at + 1], numbers);
    return digit === undefined ? undefined : { digits: digit.repeat(times), next: at + 2 };
  }
  if (numbers.zeros.includes(word)) return { digits: '0', next: at + 1 };
  const cardinal = readCardinal(words, at, numbers);
  return cardinal === undefined ? undefined : { digits: String(cardinal.value), next: cardinal.next };
}

interface Cardinal {
  readonly value: number;
  readonly next: number;
}
type ReadCardinal = (words: readonly string[], at: number, numbers: NumberWords) => Cardinal | undefined;

/** The longest cardinal from `at`. */
const readCardinal: ReadCardinal = (words, at, numbers) => {
  const many = readBelowThousand(words, at, numbers);
  if (many !== undefined && numbers.timesThousand.includes(words[many.next] ?? ''))
    return plus({ value: many.value * 1000, next: many.next + 1 }, readBelowThousand, words, numbers);
  const thousand = readPhrase(numbers.thousands, words, at);
  return thousand === undefined ? many : plus(thousand, readBelowThousand, words, numbers);
};

const readBelowThousand: ReadCardinal = (words, at, numbers) => {
  const hundreds = readPhrase(numbers.hundreds, words, at);
  if (hundreds !== undefined) return plus(hundreds, readBelowHundred, words, numbers);
  const few = readBelowHundred(words, at, numbers);
  if (few === undefined || !numbers.timesHundred.includes(words[few.next] ?? '')) return few;
  return plus({ value: few.value * 100, next: few.next + 1 }, readBelowHundred, words, numbers);
};

const readBelowHundred: ReadCardinal = (words, at, numbers) => readPhrase(numbers.belowHundred, words, at);

/** Adds what follows, with or without an "and". */
function plus(base: Cardinal, read: ReadCardinal, words: readonly string[], numbers: NumberWords): Cardinal {
  const joined = numbers.and.includes(words[base.next] ?? '');
  const rest = read(words, joined ? base.next + 1 : base.next, numbers);
  return rest === undefined ? base : { value: base.value + rest.value, next: rest.next };
}

/** The longest phrase of a list that begins at `at`. */
function readPhrase(list: ReadonlyMap<string, number>, words: readonly string[], at: number): Cardinal | undefined {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length -= 1) {
    const value = list.get(words.slice(at, at + length).join(' '));
    if (value !== undefined) return { value, next: at + length };
  }
  return undefined;
}

function digitOf(word: string | undefined, numbers: NumberWords): string | undefined {
  if (word === undefined) return undefined;
  if (numbers.zeros.includes(word)) return '0';
  if (/^\d$/.test(word)) return word;
  const value = numbers.belowHundred.get(word);
  return value !== undefined && value < 10 ? String(value) : undefined;
}

function isDigits(word: string): boolean {
  return /^\d+$/.test(word);
}

function vocabularyOf(numbers: NumberWords): ReadonlySet<string> {
  const known = vocabularies.get(numbers);
  if (known !== undefined) return known;
  const vocabulary = numberVocabulary(numbers);
  vocabularies.set(numbers, vocabulary);
  return vocabulary;
}
