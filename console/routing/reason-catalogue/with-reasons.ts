import type { Reason } from '../../../shared/domain/routing/table.ts';
import type { InteractionModel } from './interaction-model.ts';
import { slotValues } from './slot-values.ts';

/** The slot type that the skill's call intent takes its reasons from. */
export const reasonSlotType = 'REASON';

/** The model with the table's reasons in the place of its own, as callers of that locale ("en-US") say them. */
export function withReasons(model: InteractionModel, reasons: readonly Reason[], locale: string): InteractionModel {
  const { interactionModel } = model;
  const { languageModel } = interactionModel;
  const { types = [] } = languageModel;
  const values = slotValues(reasons, locale);
  return {
    ...model,
    interactionModel: {
      ...interactionModel,
      languageModel: {
        ...languageModel,
        types: types.some(({ name }) => name === reasonSlotType)
          ? types.map((type) => (type.name === reasonSlotType ? { ...type, values } : type))
          : [...types, { name: reasonSlotType, values }],
      },
    },
  };
}
