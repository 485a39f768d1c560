import type { Menu } from '../routing/menu-of.ts';
import { say, type SpokenWords } from './words.ts';
import { wordsFor } from './words-by-locale.ts';

/** What Speak and SpeakAndGetDigits take. */
const maximumCharacters = 1000;

/** A question with a key for each reason, and what is said before it is asked again. */
export interface MenuWords {
  readonly first: SpokenWords;
  readonly again: SpokenWords;
}

/** The question of a menu, without its greeting, in the caller's language; names that leave no room for the others are cut short. */
export function menuWords({ options }: Menu, locale: string | undefined): MenuWords {
  const { words, voice } = wordsFor(locale);
  const { menu } = words;
  const question = (mostOfName: number): string =>
    [menu.opening, ...options.map(({ name }, index) => menu.option(shortened(name, mostOfName), index + 1))].join(' ');
  const room = maximumCharacters - question(0).length;
  const text = question(mostOfEach(options, room));
  return { first: { text, ...voice }, again: say('notUnderstood', locale) };
}

/** How long each name may be so that all of them together fit: the short ones leave their room to the long ones. */
function mostOfEach(options: Menu['options'], room: number): number {
  let left = room;
  const lengths = options.map(({ name }) => spoken(name).length).sort((a, b) => a - b);
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return maximumCharacters;
}

/** On one line, as it is read. */
function spoken(name: string): string {
  return name.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** At most so many characters, ending with a whole word where there is one. */
function shortened(name: string, most: number): string {
  const text = spoken(name);
  if (text.length <= most) return text;
  // Half a surrogate pair is no character.
  const cut = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  const lastBlank = cut.lastIndexOf(' ');
  return lastBlank > 0 && text[cut.length] !== ' ' ? cut.slice(0, lastBlank) : cut;
}
