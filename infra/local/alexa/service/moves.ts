import type { ResumeCause, RequestBody } from './envelopes.ts';
import { dialogOf, isAutoDelegated } from './dialog/dialog-model.ts';
import { nextStep } from './dialog/next-step.ts';
import { promptSpeech } from './dialog/prompt.ts';
import type { DialogState, Intent } from './intent.ts';
import type { InteractionModel } from './interaction-model.ts';
import type { OutputSpeech } from './response.ts';
import type { Pending } from './session.ts';

/** What Alexa does next. */
export type Move =
  /** Asks the skill. */
  | { readonly kind: 'send'; readonly body: RequestBody }
  /** Speaks, the skill's words or her own, and listens on or not. */
  | {
      readonly kind: 'say';
      readonly speech: OutputSpeech | undefined;
      readonly reprompt: OutputSpeech | undefined;
      readonly pending: Pending | undefined;
      readonly sessionOpen: boolean;
    }
  | { readonly kind: 'fail'; readonly problem: string };

/** An intent that the person has just expressed. */
export function start(model: InteractionModel, intent: Intent): Move {
  if (isAutoDelegated(model, intent.name)) return delegate(model, intent);
  return dialogOf(model, intent.name) === undefined
    ? { kind: 'send', body: { type: 'IntentRequest', intent } }
    : inDialog(intent, 'STARTED');
}

/** Alexa conducts the dialog: she asks for what is missing, or hands over the completed intent. `answered` is the request that the skill delegates. */
export function delegate(model: InteractionModel, intent: Intent, answered?: RequestBody): Move {
  const dialog = dialogOf(model, intent.name);
  if (dialog === undefined) throw new TypeError(`no dialog model for ${intent.name}: the directive was not checked`);
  const step = nextStep(dialog, intent);
  if (step.kind === 'ask') {
    const speech = promptSpeech(model, step.promptId, intent);
    const pending: Pending = { kind: 'dialog', dialog: { intent, question: step.question } };
    return { kind: 'say', speech, reprompt: speech, pending, sessionOpen: true };
  }
  const wasComplete =
    answered?.type === 'IntentRequest' && answered.dialogState === 'COMPLETED' && answered.intent.name === intent.name;
  return wasComplete
    ? {
        kind: 'fail',
        problem: `Dialog.Delegate came in answer to COMPLETED, and nothing of ${intent.name} is left to ask`,
      }
    : inDialog(intent, 'COMPLETED');
}

/** The person has answered within a dialog. */
export function goOn(model: InteractionModel, intent: Intent): Move {
  return isAutoDelegated(model, intent.name) ? delegate(model, intent) : inDialog(intent, 'IN_PROGRESS');
}

export function inDialog(intent: Intent, dialogState: DialogState): Move {
  return { kind: 'send', body: { type: 'IntentRequest', intent, dialogState } };
}

/** The skill gets the session back. */
export function resume(cause: ResumeCause): Move {
  return { kind: 'send', body: { type: 'SessionResumedRequest', cause } };
}
