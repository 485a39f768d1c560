import type { SlotValidation } from '../interaction-model.ts';
import type { Slot } from '../intent.ts';
import { isMatch } from '../matching/entity-resolution.ts';
import { normalise } from '../matching/tokens.ts';

/** Whether a filled slot passes a validation rule of the dialog model (Alexa Skills Kit documentation, validate-slot-values). */
export function passes(validation: SlotValidation, slot: Slot): boolean {
  switch (validation.type) {
    case 'hasEntityResolutionMatch':
      return isMatch(slot.resolutions);
    case 'isInSet':
      return isAmong(validation.values, slot);
    case 'isNotInSet':
      return !isAmong(validation.values, slot);
    default:
      return validation satisfies never;
  }
}

/** Compares with what was said and with the names that it was resolved to. */
function isAmong(values: readonly string[], slot: Slot): boolean {
  const resolved =
    slot.resolutions?.resolutionsPerAuthority
      .flatMap((resolution) => resolution.values ?? [])
      .map(({ value }) => value.name) ?? [];
  const said = [slot.value ?? '', ...resolved].map(normalise);
  return values.some((value) => said.includes(normalise(value)));
}
