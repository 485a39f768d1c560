import { reasonWords } from '../../../shared/domain/routing/reason-words.ts';
import type { Reason } from '../../../shared/domain/routing/table.ts';

/** One value of a slot type (Alexa Skills Kit documentation, interaction-model-schema). */
export interface SlotValue {
  readonly id: string;
  readonly name: { readonly value: string; readonly synonyms: readonly string[] };
}

/** What callers of that locale ("en-US") say for each reason. */
export function slotValues(reasons: readonly Reason[], locale: string): SlotValue[] {
  return reasons.map((reason) => {
    const { id, name, synonyms } = reasonWords(reason, locale);
    return { id, name: { value: name, synonyms } };
  });
}
