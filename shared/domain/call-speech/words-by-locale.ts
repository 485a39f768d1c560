import { enCa } from './en-ca.ts';
import { enUs } from './en-us.ts';
import { esUs } from './es-us.ts';
import { frCa } from './fr-ca.ts';
import type { LocaleWords } from './sayings.ts';
import { voiceFor, type Voice } from './voices.ts';

/** The first of a language stands in for its others. */
const wordsByLocale: ReadonlyMap<string, LocaleWords> = new Map([
  ['en-US', enUs],
  ['en-CA', enCa],
  ['fr-CA', frCa],
  ['es-US', esUs],
]);

export interface WordsAndVoice {
  readonly words: LocaleWords;
  readonly voice: Voice;
}

/** A locale's own words, else its language's in a voice of the locale, else American English in an American voice. */
export function wordsFor(locale = 'en-US'): WordsAndVoice {
  const words = wordsByLocale.get(locale) ?? ofLanguage(locale);
  return words === undefined ? { words: enUs, voice: voiceFor('en-US') } : { words, voice: voiceFor(locale) };
}

function ofLanguage(locale: string): LocaleWords | undefined {
  const prefix = `${languageOf(locale)}-`;
  for (const [known, words] of wordsByLocale) if (known.startsWith(prefix)) return words;
  return undefined;
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? '';
}
