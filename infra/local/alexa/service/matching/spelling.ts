import type { NumberWords } from '../language/number-words.ts';
import { digitsOf } from './numbers.ts';
import type { Token } from './tokens.ts';

/**
 * What letters and numbers spoken one by one are written as: "m five v three l nine" → "m. 5 v. 3 l. 9". Letters get a
 * dot, as samples and slot values have them in initials; Amazon does not publish how a value that is in no list is
 * written. Undefined when there is any other word, or no letter, or nothing but one.
 */
export function spelled(tokens: readonly Token[], numbers: NumberWords): string | undefined {
  if (tokens.length < 2) return undefined;
  const characters = tokens.map(({ word }) => (/^\p{L}$/u.test(word) ? `${word}.` : digitsOf([word], numbers)));
  if (characters.includes(undefined) || !characters.some((character) => character?.endsWith('.'))) return undefined;
  return characters.join(' ');
}
