import { localeFits } from '../../../../shared/domain/routing/condition.ts';
import { noAtoms, run, unionOf, type AtomSet } from '../atom-set.ts';
import type { Dimension } from '../dimension.ts';
import { unnamed } from './named-values.ts';

const knownLocales = [
  'en-US',
  'es-US',
  'fr-CA',
  'de-DE',
  'ja-JP',
  'it-IT',
  'pt-BR',
  'hi-IN',
  'nl-NL',
  'sv-SE',
  'fi-FI',
];

/**
 * Locales of a language and at most a region, as Alexa gives them. "en" is every English, so that a language is
 * a run of atoms: itself, for any region that nobody named, and its named regions.
 *
 * @param tableLocales by table, the locale that callers of whom none is known are taken to speak.
 */
export function localeDimension(named: Iterable<string>, tableLocales: readonly (string | undefined)[]): Dimension {
  // Plainly sorted, a language is right before its regions: "-" comes before every letter.
  const locales = [...new Set(named)].sort();
  const languages = new Set(locales.map(languageOf));
  const other = knownLocales.find((locale) => !languages.has(languageOf(locale))) ?? unnamed(languages, []);
  // Atom 0: not known. Atom 1: anything else.
  const values = [other, ...locales];
  const runs = new Map<string, AtomSet>();
  for (const [index, locale] of locales.entries()) {
    let below = index + 1;
    while (locales[below]?.startsWith(`${locale}-`) === true) below += 1;
    runs.set(locale, [index + 2, below + 2]);
  }
  return {
    size: values.length + 1,
    atomsFor: (condition, of) => {
      if (condition.kind !== 'locale') return noAtoms;
      const unknown = localeFits(condition.anyOf, tableLocales[of]) ? [run(0, 1)] : [];
      return unionOf([...unknown, ...condition.anyOf.map((locale) => runs.get(locale) ?? noAtoms)]);
    },
    sketch(atom, caller) {
      const value = values[atom - 1];
      if (value !== undefined) caller.locale = value;
    },
  };
}

export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
