import { localeKey } from './localized-text.ts';
import { plainWords } from './plain-words.ts';
import type { Reason } from './table.ts';

/** What callers of one locale say for a reason. */
export interface ReasonWords {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
}

/** The words of that locale ("en-US"), else of its language, else the default ones; those that sound the same are there once. */
export function reasonWords({ id, name, synonyms }: Reason, locale: string): ReasonWords {
  const ownName = name[localeKey(name, locale) ?? 'default'] ?? name.default;
  const heard = new Set([plainWords(ownName)]);
  const ownSynonyms = (synonyms[localeKey(synonyms, locale) ?? 'default'] ?? []).filter((words) => {
    const plain = plainWords(words);
    if (heard.has(plain)) return false;
    heard.add(plain);
    return true;
  });
  return { id, name: ownName, synonyms: ownSynonyms };
}
