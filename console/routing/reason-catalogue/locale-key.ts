/** The key that serves a locale: the locale itself, else its language, else "default"; `undefined` where none is there. */
export function localeKey(texts: Readonly<Record<string, unknown>>, locale: string): string | undefined {
  const [language = locale] = locale.split('-');
  return [locale, language, 'default'].find((key) => Object.hasOwn(texts, key));
}
