import { withoutLongNumbers } from './without-numbers.ts';

/** The longest that callers hear of their own words: some twenty seconds. Whoever answers gets all of them. */
const mostOwnWords = 200;

/** Five digits or more, however they are set apart, be it in the middle of a word. */
const longNumber = /\p{Nd}(?:[\s.,/-]*\p{Nd}){4,}/gu;

/** Text without what XML forbids even as a reference (XML 1.0 §2.2): control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function plainText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

/** A caller's own words as they can be said back: on one line, of bearable length, long numbers left out. Empty when nothing is left. */
export function ownWords(words = ''): string {
  const said = withoutLongNumbers(plainText(words).replaceAll(longNumber, '…')).replaceAll(/\s+/g, ' ').trim();
  return /^[…\s]*$/.test(said) ? '' : shortened(said);
}

/** Ends with a whole word where there is one. */
function shortened(text: string): string {
  if (text.length <= mostOwnWords) return text;
  // Half a surrogate pair is no character.
  const cut = text.slice(0, mostOwnWords).replace(/[\uD800-\uDBFF]$/, '');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > 0 ? cut.slice(0, lastBlank) : cut}…`;
}
