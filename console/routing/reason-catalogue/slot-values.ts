import type { Reason } from '../../../shared/domain/routing/table.ts';
import { localeKey } from '../../../shared/domain/routing/localized-text.ts';
import { plainWords } from './plain-words.ts';

/** One value of a slot type (Alexa Skills Kit documentation, interaction-model-schema). */
export interface SlotValue {
  readonly id: string;
  readonly name: { readonly value: string; readonly synonyms: readonly string[] };
}

/** What callers of that locale ("en-US") say for each reason; words that sound the same are there once. */
export function slotValues(reasons: readonly Reason[], locale: string): SlotValue[] {
  return reasons.map(({ id, name, synonyms }) => {
    const value = name[localeKey(name, locale) ?? 'default'] ?? name.default;
    const heard = new Set([plainWords(value)]);
    return {
      id,
      name: {
        value,
        synonyms: (synonyms[localeKey(synonyms, locale) ?? 'default'] ?? []).filter((words) => {
          const plain = plainWords(words);
          if (heard.has(plain)) return false;
          heard.add(plain);
          return true;
        }),
      },
    };
  });
}
