import type { Synonyms } from '../table-parts.ts';

/** Lists by locale, with `default` for every locale always among them. */
export function synonymsByLocale(synonyms: Synonyms | undefined): Readonly<Record<string, readonly string[]>> {
  if (synonyms === undefined) return { default: [] };
  return Array.isArray(synonyms) ? { default: synonyms } : { default: [], ...synonyms };
}

/** As short as it can be written; undefined: callers say nothing for it. */
export function synonymsOf(byLocale: Readonly<Record<string, readonly string[]>>): Synonyms | undefined {
  const { default: everywhere = [], ...others } = byLocale;
  const lists = Object.entries(others);
  if (lists.length === 0) return everywhere.length === 0 ? undefined : [...everywhere];
  const copies = lists.map(([locale, words]): [string, string[]] => [locale, [...words]]);
  return { ...(everywhere.length === 0 ? {} : { default: [...everywhere] }), ...Object.fromEntries(copies) };
}
