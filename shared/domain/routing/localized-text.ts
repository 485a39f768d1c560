import type { LocalizedText } from './table.ts';

/** Whose voice speaks the default words when nobody knows better, and the table does not say. */
export const usualLocale = 'en-US';

/** The key that serves a locale: the locale itself, else its language, else "default"; `undefined` where none is there. */
export function localeKey(texts: Readonly<Record<string, unknown>>, locale: string): string | undefined {
  const [language = locale] = locale.split('-');
  return [locale, language, 'default'].find((key) => Object.hasOwn(texts, key));
}

/**
 * In the caller's locale, else in their language, else the default; and in whose voice.
 *
 * @param tableLocale the table's, where it says one: that of its default words.
 */
export function wordsFor(
  words: LocalizedText,
  locale: string | undefined,
  tableLocale?: string,
): { readonly words: string; readonly locale: string } {
  const key = locale === undefined ? 'default' : (localeKey(words, locale) ?? 'default');
  if (locale !== undefined && key !== 'default') return { words: words[key] ?? words.default, locale };
  if (tableLocale !== undefined) return { words: words.default, locale: tableLocale };
  // One text for everybody is in everybody's language, as far as anyone knows; beside others it is for those who speak none of them.
  const alone = Object.keys(words).length === 1;
  return { words: words.default, locale: alone ? (locale ?? usualLocale) : usualLocale };
}
