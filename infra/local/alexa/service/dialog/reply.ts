import { withSlotConfirmation, type Intent } from '../intent.ts';
import { fill, type Matcher, type SlotReadings } from '../matching/matcher.ts';
import { isStockPhrase } from '../matching/stock-phrases.ts';
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
 * Reads an answer within a dialog: first as the yes or no or the value that was asked for, then by the samples of the dialog's
 * intent, then as another intent; words that nothing knows are taken as the value last, where the slot's type can hold them.
 * Another intent comes first only where it fits to the letter, and the dialog's own does with words that are in no list.
 */
export function readReply(matcher: Matcher, { intent, question }: PendingDialog, utterance: string): Reply {
  const decision = decisionOn(matcher, intent, question, utterance);
  if (decision !== undefined) return decision;
  const own = ownReadings(matcher, intent, question, utterance);
  const other = otherIntent(matcher, intent, utterance);
  if (own !== undefined && (isCertain(own) || other === undefined || !other.isCertain))
    return { kind: 'answered', intent: fill(intent, own) };
  if (other !== undefined) return { kind: 'interrupted', intent: other.intent };
  return bareValue(matcher, intent, question, utterance) ?? interruption(matcher.fallback());
}

function decisionOn(matcher: Matcher, intent: Intent, question: Question, utterance: string): Reply | undefined {
  if (question.kind === 'slot') return undefined;
  const status = isStockPhrase('AMAZON.YesIntent', utterance, matcher.language)
    ? 'CONFIRMED'
    : isStockPhrase('AMAZON.NoIntent', utterance, matcher.language)
      ? 'DENIED'
      : undefined;
  if (status === undefined) return undefined;
  return question.kind === 'intentConfirmation'
    ? { kind: 'decided', intent: { ...intent, confirmationStatus: status } }
    : { kind: 'answered', intent: withSlotConfirmation(intent, question.slot, status) };
}

function ownReadings(
  matcher: Matcher,
  intent: Intent,
  question: Question,
  utterance: string,
): SlotReadings | undefined {
  const answer =
    question.kind === 'slot' ? matcher.readAnswer(...slotOf(matcher, intent, question.slot), utterance) : undefined;
  return answer ?? readingsBy(matcher, intent, utterance);
}

function otherIntent(
  matcher: Matcher,
  intent: Intent,
  utterance: string,
): { readonly intent: Intent; readonly isCertain: boolean } | undefined {
  const other = matcher.match(utterance);
  if (other === undefined || other.name === intent.name) return undefined;
  const readings = readingsBy(matcher, other, utterance);
  return { intent: other, isCertain: readings !== undefined && isCertain(readings) };
}

function readingsBy(matcher: Matcher, { name }: Intent, utterance: string): SlotReadings | undefined {
  const declared = matcher.intent(name);
  return declared === undefined ? undefined : matcher.readByIntent(declared, utterance);
}

function isCertain(readings: SlotReadings): boolean {
  return [...readings.values()].every(({ fit }) => fit === 'known');
}

function bareValue(matcher: Matcher, intent: Intent, question: Question, utterance: string): Reply | undefined {
  if (question.kind !== 'slot') return undefined;
  const [, slot] = slotOf(matcher, intent, question.slot);
  const reading = matcher.readBare(slot, utterance);
  return reading === undefined
    ? undefined
    : { kind: 'answered', intent: fill(intent, new Map([[slot.name, reading]])) };
}

function interruption(intent: Intent | undefined): Reply {
  return intent === undefined ? { kind: 'notUnderstood' } : { kind: 'interrupted', intent };
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
