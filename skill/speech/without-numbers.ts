import { spokenDigits } from '../spoken-digits.ts';

/** Words of numbers in the languages that the skill speaks, as a slot gives them that takes any words. */
const numberWords: ReadonlySet<string> = new Set(
  [
    ...Object.keys(spokenDigits),
    ...[
      'nought ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
      'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand double triple',
      'une dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille',
      'una diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
      'treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil doble',
    ].flatMap((words) => words.split(' ')),
  ].map(plain),
);

/** From so many digits on, written or said, it may be an account's number. Years and most amounts are shorter. */
const longNumber = 5;

/** The text with every long number in it, in digits or in words, left out: "…" stands there. */
export function withoutLongNumbers(text: string): string {
  const kept: string[] = [];
  let run: string[] = [];
  const endRun = (): void => {
    if (digitsIn(run) >= longNumber) kept.push('…');
    else kept.push(...run);
    run = [];
  };
  for (const word of text.split(/(?<=\s)(?=\S)/u)) {
    if (isNumber(word)) run.push(word);
    else {
      endRun();
      kept.push(word);
    }
  }
  endRun();
  return kept.join('').replaceAll(/…(?=\p{L})/gu, '… ');
}

function isNumber(word: string): boolean {
  const parts = partsOf(word);
  return parts.length > 0 && parts.every((part) => /^\p{Nd}+$/u.test(part) || numberWords.has(part));
}

function digitsIn(words: readonly string[]): number {
  return words
    .flatMap(partsOf)
    .map((part) => (/^\p{Nd}+$/u.test(part) ? part.length : part === 'double' || part === 'doble' ? 2 : 1))
    .reduce((sum, count) => sum + count, 0);
}

function partsOf(word: string): string[] {
  return plain(word)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

/** Accents or none, capitals or none. */
function plain(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
