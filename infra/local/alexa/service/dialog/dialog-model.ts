import type { DialogIntent, InteractionModel } from '../interaction-model.ts';

export function dialogOf(model: InteractionModel, intentName: string): DialogIntent | undefined {
  return model.dialog?.intents.find(({ name }) => name === intentName);
}

/**
 * Whether Alexa conducts the whole dialog before the skill hears of it. A strategy on the intent wins over the one
 * for all; without either, the skill is asked at every turn, as models were built before auto delegation existed.
 */
export function isAutoDelegated(model: InteractionModel, intentName: string): boolean {
  const strategy = dialogOf(model, intentName)?.delegationStrategy ?? model.dialog?.delegationStrategy;
  return dialogOf(model, intentName) !== undefined && strategy === 'ALWAYS';
}
