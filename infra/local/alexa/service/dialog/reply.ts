import { withSlotConfirmation, type Intent } from '../intent.ts';
import { fill, type Matcher, type SlotReadings } from '../matching/matcher.ts';
import { isStockPhrase } from '../matching/stock-phrases.ts';
import { normalise } from '../matching/tokens.ts';
import type { Question } from './next-step.ts';

/** A dialog that waits for an answer. */
export interface PendingDialog {
  readonly intent: Intent;
  readonly question: Question;
}

export type Reply =
  /** The dialog goes on with the intent as it is now. */
  | { readonly kind: 'answered'; readonly intent: Intent }
  /** The intent as a whole was confirmed or denied: that ends the dialog. */
  | { readonly kind: 'decided'; readonly intent: Intent }
  /** The person wants something else: the dialog is dropped. */
  | { readonly kind: 'interrupted'; readonly intent: Intent }
  | { readonly kind: 'notUnderstood' };

/**
 * Reads an answer within a dialog: first as the answer that was asked for, then by the samples of the dialog's intent,
 * then as another intent; words that nothing knows are taken as the value last, where the slot's type can hold them.
 */
export function readReply(matcher: Matcher, { intent, question }: PendingDialog, utterance: string): Reply {
  return (
    directAnswer(matcher, intent, question, utterance) ??
    sameIntent(matcher, intent, utterance) ??
    otherIntent(matcher, intent, utterance) ??
    bareValue(matcher, intent, question, utterance) ??
    interruption(matcher.fallback())
  );
}

function directAnswer(matcher: Matcher, intent: Intent, question: Question, utterance: string): Reply | undefined {
  if (question.kind === 'slot') {
    const [declared, slot] = slotOf(matcher, intent, question.slot);
    return answered(intent, matcher.readAnswer(declared, slot, utterance));
  }
  const said = normalise(utterance);
  const status = isStockPhrase('AMAZON.YesIntent', said)
    ? 'CONFIRMED'
    : isStockPhrase('AMAZON.NoIntent', said)
      ? 'DENIED'
      : undefined;
  if (status === undefined) return undefined;
  return question.kind === 'intentConfirmation'
    ? { kind: 'decided', intent: { ...intent, confirmationStatus: status } }
    : { kind: 'answered', intent: withSlotConfirmation(intent, question.slot, status) };
}

function sameIntent(matcher: Matcher, intent: Intent, utterance: string): Reply | undefined {
  const declared = matcher.intent(intent.name);
  return declared === undefined ? undefined : answered(intent, matcher.readByIntent(declared, utterance));
}

function otherIntent(matcher: Matcher, intent: Intent, utterance: string): Reply | undefined {
  const other = matcher.match(utterance);
  return other === undefined || other.name === intent.name ? undefined : { kind: 'interrupted', intent: other };
}

function bareValue(matcher: Matcher, intent: Intent, question: Question, utterance: string): Reply | undefined {
  if (question.kind !== 'slot') return undefined;
  const [, slot] = slotOf(matcher, intent, question.slot);
  const reading = matcher.readBare(slot, utterance);
  return reading === undefined ? undefined : answered(intent, new Map([[slot.name, reading]]));
}

function interruption(intent: Intent | undefined): Reply {
  return intent === undefined ? { kind: 'notUnderstood' } : { kind: 'interrupted', intent };
}

function answered(intent: Intent, readings: SlotReadings | undefined): Reply | undefined {
  return readings === undefined ? undefined : { kind: 'answered', intent: fill(intent, readings) };
}

type Declared = NonNullable<ReturnType<Matcher['intent']>>;

function slotOf(
  matcher: Matcher,
  intent: Intent,
  slotName: string,
): [Declared, NonNullable<Declared['slots']>[number]] {
  const declared = matcher.intent(intent.name);
  const slot = declared?.slots?.find(({ name }) => name === slotName);
  if (declared === undefined || slot === undefined)
    throw new TypeError(`no slot ${slotName} in ${intent.name}: the directive was not checked`);
  return [declared, slot];
}
