import type { Language } from '../language/language.ts';
import { normalise } from './tokens.ts';

const phrasesByLanguage = new WeakMap<Language, ReadonlyMap<string, ReadonlySet<string>>>();
const exitKey = 'exit';

/** Whether somebody says what Alexa knows for a built-in intent by herself. */
export function isStockPhrase(intentName: string, utterance: string, language: Language): boolean {
  return phrasesOf(language).get(intentName)?.has(normalise(utterance)) ?? false;
}

/** Whether somebody ends the session without asking the skill. */
export function isExitPhrase(utterance: string, language: Language): boolean {
  return phrasesOf(language).get(exitKey)?.has(normalise(utterance)) ?? false;
}

function phrasesOf(language: Language): ReadonlyMap<string, ReadonlySet<string>> {
  const known = phrasesByLanguage.get(language);
  if (known !== undefined) return known;
  const lists = { ...language.stockPhrases, [exitKey]: language.exitPhrases };
  const phrases = new Map(Object.entries(lists).map(([name, list]) => [name, new Set(list.map(normalise))]));
  phrasesByLanguage.set(language, phrases);
  return phrases;
}
