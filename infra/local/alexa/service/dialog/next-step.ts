import type { DialogIntent, DialogSlot } from '../interaction-model.ts';
import type { Intent, Slot } from '../intent.ts';
import { passes } from './validation.ts';

/** What Alexa waits to hear. */
export type Question =
  | { readonly kind: 'slot'; readonly slot: string }
  | { readonly kind: 'slotConfirmation'; readonly slot: string }
  | { readonly kind: 'intentConfirmation' };

export type DialogStep =
  { readonly kind: 'ask'; readonly question: Question; readonly promptId: string } | { readonly kind: 'complete' };

/**
 * The step that a delegated dialog takes next: required slots without a value, then values that fail a validation,
 * then slots to confirm, then the intent (Alexa Skills Kit documentation, delegate-dialog-to-alexa).
 * A value that was denied counts as missing.
 */
export function nextStep(dialog: DialogIntent, intent: Intent): DialogStep {
  const slotOf = ({ name }: DialogSlot): Slot => intent.slots?.[name] ?? { name, confirmationStatus: 'NONE' };
  const isFilled = (slot: Slot): boolean => slot.value !== undefined && slot.confirmationStatus !== 'DENIED';
  const ask = (question: Question, promptId: string | undefined): DialogStep[] =>
    promptId === undefined ? [] : [{ kind: 'ask', question, promptId }];

  const missing = dialog.slots
    .filter(
      (slot) => !isFilled(slotOf(slot)) && (slot.elicitationRequired || slotOf(slot).confirmationStatus === 'DENIED'),
    )
    .flatMap((slot) => ask({ kind: 'slot', slot: slot.name }, slot.prompts.elicitation));
  const invalid = dialog.slots
    .filter((slot) => isFilled(slotOf(slot)))
    .flatMap((slot) => {
      const failed = slot.validations.find((validation) => !passes(validation, slotOf(slot)));
      return ask({ kind: 'slot', slot: slot.name }, failed?.prompt);
    });
  const unconfirmed = dialog.slots
    .filter((slot) => slot.confirmationRequired && isFilled(slotOf(slot)) && slotOf(slot).confirmationStatus === 'NONE')
    .flatMap((slot) => ask({ kind: 'slotConfirmation', slot: slot.name }, slot.prompts.confirmation));
  const whole =
    dialog.confirmationRequired && intent.confirmationStatus === 'NONE'
      ? ask({ kind: 'intentConfirmation' }, dialog.prompts.confirmation)
      : [];

  return [...missing, ...invalid, ...unconfirmed, ...whole][0] ?? { kind: 'complete' };
}
