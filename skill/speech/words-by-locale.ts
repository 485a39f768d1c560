import { skillLocales, type SkillLocale } from '../../shared/contracts/skill-locales.ts';
import { canadianEnglish } from './en-ca.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { SpokenNames, Words } from './words.ts';

const wordsByLocale: Readonly<Record<SkillLocale, (names: SpokenNames) => Words>> = {
  'en-US': english,
  'en-CA': canadianEnglish,
  'fr-CA': french,
  'es-US': spanish,
};

/** Kept for the life of the container: names come from the configuration, so there are few of them. */
const made = new Map<string, Words>();

/** The words for a request's locale, with these names in them. The same locale and names give the same object. */
export function wordsFor(locale: string | undefined, names: SpokenNames): Words {
  const skillLocale = skillLocaleOf(locale);
  const key = JSON.stringify([skillLocale, names.business, names.phoneNumber]);
  const words = made.get(key) ?? wordsByLocale[skillLocale](names);
  made.set(key, words);
  return words;
}

/** A request's locale (BCP 47, as Alexa gives it) if the skill is published in it, else its language's, else American English. */
export function skillLocaleOf(locale: string | undefined): SkillLocale {
  // The type is Alexa's promise: a request that breaks it is to be answered, too.
  const given = String(locale);
  const [language] = given.split('-');
  return (
    skillLocales.find((known) => known === given) ??
    skillLocales.find((known) => known.startsWith(`${language}-`)) ??
    'en-US'
  );
}
