import type { InteractionModel, ModelSlot } from '../interaction-model.ts';
import type { Resolutions } from '../intent.ts';
import type { Language } from '../language/language.ts';
import { builtInSlotTypes } from './built-in-slot-types.ts';
import { isMatch, resolvePhrase } from './entity-resolution.ts';
import { spelled } from './spelling.ts';
import { phraseOf, textOf, type Token } from './tokens.ts';

/** How surely the words are what the slot asks for: `known` ones are in its list or are a number. */
export type SlotFit = 'known' | 'anyWords' | 'notInList';

export interface SlotReading {
  readonly value: string;
  readonly fit: SlotFit;
  readonly resolutions?: Resolutions;
}

export type SlotReader = (slot: ModelSlot, tokens: readonly Token[]) => SlotReading | undefined;

/** Reads words as the value of a slot; undefined when its type cannot hold them. */
export function slotReader(model: InteractionModel, skillId: string, language: Language): SlotReader {
  const types = new Map(model.languageModel.types.map((type) => [type.name, type]));
  return (slot, tokens) => {
    if (tokens.length === 0) return undefined;
    const builtIn = builtInSlotTypes[slot.type];
    if (builtIn?.kind === 'numeric') {
      const value = builtIn.read(
        tokens.map(({ word }) => word),
        language.numbers,
      );
      return value === undefined ? undefined : { value, fit: 'known' };
    }
    const listed = types.get(slot.type);
    if (listed === undefined) return { value: textOf(tokens), fit: 'anyWords' };
    const resolutions = resolvePhrase(listed, phraseOf(tokens), skillId);
    if (isMatch(resolutions)) return { value: textOf(tokens), fit: 'known', resolutions };
    return builtIn === undefined
      ? { value: spelled(tokens, language.numbers) ?? textOf(tokens), fit: 'notInList', resolutions }
      : { value: textOf(tokens), fit: 'anyWords', resolutions };
  };
}
