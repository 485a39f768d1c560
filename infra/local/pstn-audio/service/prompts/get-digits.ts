import { takeEntry, type DigitEntry, type EntryRequest } from './digit-entry.ts';
import type { DigitRules } from './digit-rules.ts';
import { playPrompt } from './play-prompt.ts';

export interface GetDigitsRequest extends EntryRequest {
  /** Played after each missed attempt; after the last one only if the action fails by it. */
  readonly failurePrompt: Int16Array;
}

export type GetDigitsOutcome =
  | { readonly kind: 'received'; readonly digits: string }
  /** Every attempt was missed. */
  | { readonly kind: 'notReceived' }
  /** The signal came; what there was by then. */
  | { readonly kind: 'abandoned'; readonly digits: string };

/**
 * Plays a prompt and gathers digits until an entry is right or the attempts are used up; after a missed one the failure prompt is heard,
 * then the prompt again. An attempt in which nothing is pressed, or a terminator alone, is missed too: only in the last does it count as
 * an entry, where none is needed. Keys pressed during the failure prompt are passed over: that is our choice.
 */
export async function getDigits(request: GetDigitsRequest): Promise<GetDigitsOutcome> {
  const { audio, rules, failurePrompt, signal } = request;
  for (let attempt = 1; attempt <= rules.attempts; attempt += 1) {
    const entry = await takeEntry(request);
    if (signal.aborted) return { kind: 'abandoned', digits: entry.digits };
    const isEnough = entry.digits === '' ? attempt === rules.attempts && mayBeEmpty(rules) : isRight(entry, rules);
    if (isEnough) return { kind: 'received', digits: entry.digits };
    await playPrompt(audio, failurePrompt, { signal });
    if (signal.aborted) return { kind: 'abandoned', digits: '' };
  }
  return { kind: 'notReceived' };
}

/** Empty ReceivedDigits were seen to come. */
function mayBeEmpty({ minimum, pattern }: DigitRules): boolean {
  return minimum === 0 && pattern === undefined;
}

/**
 * Digits must be enough and match the pattern, with or without the terminator: ReceivedDigits come without it, while the pages' own
 * patterns end in it.
 */
function isRight({ digits, terminator = '' }: DigitEntry, { minimum, pattern }: DigitRules): boolean {
  if (digits.length < minimum) return false;
  return pattern === undefined || pattern.test(digits) || pattern.test(digits + terminator);
}
