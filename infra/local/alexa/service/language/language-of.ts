import { english } from './english.ts';
import { french } from './french.ts';
import type { Language } from './language.ts';
import { spanish } from './spanish.ts';

const languages: ReadonlyMap<string, Language> = new Map([
  ['en', english],
  ['fr', french],
  ['es', spanish],
]);

/** The language of a locale such as `fr-CA`; undefined when it is no locale or the local Alexa does not speak its language. */
export function languageOf(locale: string): Language | undefined {
  return /^[a-z]{2}-[A-Z]{2}$/.test(locale) ? languages.get(locale.slice(0, 2)) : undefined;
}
