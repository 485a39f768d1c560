import { enUs } from './en-us.ts';
import type { Words } from './words.ts';

/** Every locale that the skill is published in needs an entry here. */
const wordsByLocale = { 'en-US': enUs, 'en-CA': enUs } as const satisfies Readonly<Record<string, Words>>;
export type SpokenLocale = keyof typeof wordsByLocale;

/** The words for a request's locale (BCP 47, as Alexa gives it); American English when it is missing or unknown. */
export function wordsFor(locale: string | undefined): Words {
  return locale !== undefined && isSpoken(locale) ? wordsByLocale[locale] : wordsByLocale['en-US'];
}

function isSpoken(locale: string): locale is SpokenLocale {
  return Object.hasOwn(wordsByLocale, locale);
}
