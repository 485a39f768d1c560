import * as z from 'zod';
import type { InteractionModel } from '../interaction-model.ts';
import { emptyIntent, type Intent, type Slot } from '../intent.ts';
import type { SkillResponse } from '../response.ts';
import { dialogOf } from './dialog-model.ts';
import type { Question } from './next-step.ts';

const slotSchema = z.object({
  name: z.string(),
  value: z.string().nullish(),
  confirmationStatus: z.enum(['NONE', 'CONFIRMED', 'DENIED']).nullish(),
  resolutions: z.custom<Slot['resolutions']>().nullish(),
});
const updatedIntentSchema = z.object({
  name: z.string(),
  confirmationStatus: z.enum(['NONE', 'CONFIRMED', 'DENIED']).nullish(),
  slots: z.record(z.string(), slotSchema).nullish(),
});
const updatedIntent = updatedIntentSchema.nullish();

/** The Dialog directives that are carried out here (Alexa Skills Kit documentation, dialog-interface-reference). */
const dialogDirectiveSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Dialog.Delegate'), updatedIntent }),
  z.object({ type: z.literal('Dialog.ElicitSlot'), slotToElicit: z.string(), updatedIntent }),
  z.object({ type: z.literal('Dialog.ConfirmSlot'), slotToConfirm: z.string(), updatedIntent }),
  z.object({ type: z.literal('Dialog.ConfirmIntent'), updatedIntent }),
]);

export type DialogWish =
  | { readonly kind: 'delegate'; readonly intent: Intent }
  | { readonly kind: 'ask'; readonly intent: Intent; readonly question: Question }
  /** Alexa ends the session with INVALID_RESPONSE; the problem is its message. */
  | { readonly kind: 'invalid'; readonly problem: string };

export function isDialogDirective(directiveType: string): boolean {
  return dialogDirectiveSchema.options.some(({ shape }) => shape.type.value === directiveType);
}

/**
 * What the skill wants of the dialog. `current` is the intent that it was asked with, if it was one;
 * by updatedIntent it may go over to another intent of the model.
 */
export function readDialogDirective(
  model: InteractionModel,
  response: SkillResponse,
  directive: { readonly type: string },
  current: Intent | undefined,
): DialogWish {
  const parsed = dialogDirectiveSchema.safeParse(directive);
  if (!parsed.success)
    return invalid(
      `${directive.type} is not complete: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    );
  const updated = parsed.data.updatedIntent ?? undefined;
  const intent = updated === undefined ? current : merge(model, updated);
  if (intent === undefined)
    return invalid(
      `${directive.type} came without an intent to talk about; updatedIntent must name one of the model with its slots`,
    );
  if (dialogOf(model, intent.name) === undefined)
    return invalid(`${directive.type} needs a dialog model, and ${intent.name} has none`);
  if (response.shouldEndSession === true)
    return invalid(`${directive.type} asks the person something, but shouldEndSession is true`);
  const speaks = response.outputSpeech !== undefined && response.outputSpeech !== null;

  switch (parsed.data.type) {
    case 'Dialog.Delegate':
      return speaks
        ? invalid('Dialog.Delegate leaves the words to Alexa: the response must have no outputSpeech')
        : { kind: 'delegate', intent };
    case 'Dialog.ElicitSlot':
      return ask(intent, { kind: 'slot', slot: parsed.data.slotToElicit }, directive.type, speaks);
    case 'Dialog.ConfirmSlot':
      return ask(intent, { kind: 'slotConfirmation', slot: parsed.data.slotToConfirm }, directive.type, speaks);
    case 'Dialog.ConfirmIntent':
      return ask(intent, { kind: 'intentConfirmation' }, directive.type, speaks);
    default:
      return parsed.data satisfies never;
  }
}

function ask(intent: Intent, question: Question, type: string, speaks: boolean): DialogWish {
  if (!speaks) return invalid(`${type} needs outputSpeech that asks the question`);
  if (question.kind !== 'intentConfirmation' && intent.slots?.[question.slot] === undefined) {
    return invalid(`${type} names the slot ${question.slot}, which ${intent.name} does not have`);
  }
  return { kind: 'ask', intent, question };
}

/** The slots of updatedIntent replace the old ones wholesale: what it leaves out is empty. Undefined when it does not fit the model. */
function merge(model: InteractionModel, updated: z.infer<typeof updatedIntentSchema>): Intent | undefined {
  const declared = model.languageModel.intents.find(({ name }) => name === updated.name);
  if (declared === undefined) return undefined;
  const empty = emptyIntent(declared);
  const given = Object.entries(updated.slots ?? {});
  if (given.some(([name]) => empty.slots?.[name] === undefined)) return undefined;
  const slots = given.map(([name, { value, confirmationStatus, resolutions }]): [string, Slot] => {
    const resolved = resolutions === undefined || resolutions === null ? {} : { resolutions };
    const filled =
      value === undefined || value === null
        ? {}
        : { value, ...resolved, slotValue: { type: 'Simple', value, ...resolved } as const };
    return [name, { name, confirmationStatus: confirmationStatus ?? 'NONE', ...filled }];
  });
  return {
    ...empty,
    confirmationStatus: updated.confirmationStatus ?? 'NONE',
    ...(empty.slots === undefined ? {} : { slots: { ...empty.slots, ...Object.fromEntries(slots) } }),
  };
}

function invalid(problem: string): DialogWish {
  return { kind: 'invalid', problem };
}
