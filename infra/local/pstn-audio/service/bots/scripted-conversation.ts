import type { BotConversation, BotTurn } from '../bots.ts';
import type { BotIntent, BotScript, BotSlot } from './bot-schema.ts';
import { intentResult, type IntentOutcome, type SlotValue } from './intent-result.ts';

type Message = BotTurn['say'][number];

export interface ConversationOptions {
  readonly sessionId: string;
  readonly sessionAttributes: Readonly<Record<string, string>>;
  readonly welcome: readonly Message[];
}

/** What Lex V2 calls the intent of a caller whom no intent fits. */
const fallbackIntent = 'FallbackIntent';

/**
 * One conversation by a script:
 *
 *     which intent? ──► slot ──► … ──► confirmed? ──► over
 *       (each question is put again while the answer is of no use, up to MaximumAttempts)
 *
 * A caller whom nothing fits ends with the intent FallbackIntent; an intent whose slots cannot be had ends as Failed.
 */
export class ScriptedConversation implements BotConversation {
  readonly #script: BotScript;
  readonly #options: ConversationOptions;
  readonly #lines: string[];
  readonly #slots = new Map<string, SlotValue>();
  #intent: BotIntent | undefined;
  #attempts = 0;

  constructor(script: BotScript, options: ConversationOptions) {
    this.#script = script;
    this.#options = options;
    this.#lines = [...script.CallerSays];
  }

  begin(): BotTurn {
    return { say: this.#options.welcome };
  }

  heard(digits: string): BotTurn {
    const said = digits === '' ? (this.#lines.shift() ?? '') : digits;
    this.#attempts += 1;
    if (this.#intent === undefined) return this.#hearIntent(said);
    const slot = this.#openSlot(this.#intent);
    return slot === undefined ? this.#hearConfirmation(this.#intent, said) : this.#hearSlot(this.#intent, slot, said);
  }

  #hearIntent(said: string): BotTurn {
    const intent = this.#script.Intents.find(
      ({ Keys, Utterances }) => Keys === said || Utterances.some((words) => isSame(words, said)),
    );
    if (intent !== undefined) {
      this.#intent = intent;
      return this.#askNext(intent);
    }
    if (this.#attempts < this.#script.MaximumAttempts) return { say: [text(this.#script.IntentPrompt)] };
    return this.#over({ intentName: fallbackIntent, state: 'ReadyForFulfillment', confirmationState: 'None' });
  }

  #hearSlot(intent: BotIntent, slot: BotSlot, said: string): BotTurn {
    const interpreted = valueOf(slot, said);
    if (interpreted !== undefined) {
      this.#slots.set(slot.Name, { original: said, interpreted });
      return this.#askNext(intent);
    }
    if (this.#attempts < this.#script.MaximumAttempts) return { say: [text(slot.Prompt)] };
    return this.#over({ intentName: intent.Name, state: 'Failed', confirmationState: 'None' });
  }

  #hearConfirmation(intent: BotIntent, said: string): BotTurn {
    const intentName = intent.Name;
    if (said === '1' || isSame(said, 'yes'))
      return this.#over({ intentName, state: intent.State, confirmationState: 'Confirmed' }, intent);
    if (said === '2' || isSame(said, 'no'))
      return this.#over({ intentName, state: 'Failed', confirmationState: 'Denied' });
    if (this.#attempts < this.#script.MaximumAttempts) return { say: [text(intent.ConfirmationPrompt ?? '')] };
    return this.#over({ intentName, state: 'Failed', confirmationState: 'None' });
  }

  #askNext(intent: BotIntent): BotTurn {
    this.#attempts = 0;
    const question = this.#openSlot(intent)?.Prompt ?? intent.ConfirmationPrompt;
    if (question !== undefined) return { say: [text(question)] };
    return this.#over({ intentName: intent.Name, state: intent.State, confirmationState: 'None' }, intent);
  }

  #openSlot({ Slots }: BotIntent): BotSlot | undefined {
    return Slots.find(({ Name }) => !this.#slots.has(Name));
  }

  /** `fulfilled`: the intent that came to its end, with what it adds. */
  #over(end: Pick<IntentOutcome, 'intentName' | 'state' | 'confirmationState'>, fulfilled?: BotIntent): BotTurn {
    const { sessionId, sessionAttributes } = this.#options;
    const slots = (this.#intent?.Slots ?? []).map(({ Name }) => [Name, this.#slots.get(Name) ?? null] as const);
    return {
      say: fulfilled?.ClosingMessage === undefined ? [] : [text(fulfilled.ClosingMessage)],
      intentResult: intentResult({
        ...end,
        sessionId,
        sessionAttributes: { ...sessionAttributes, ...fulfilled?.SessionAttributes },
        slots: Object.fromEntries(slots),
      }),
    };
  }
}

/** Undefined when what was said is of no use. */
function valueOf({ Values, Pattern }: BotSlot, said: string): string | undefined {
  if (said === '') return undefined;
  const value =
    Values === undefined ? said : (Values[said] ?? Object.values(Values).find((each) => isSame(each, said)));
  if (value === undefined || Pattern === undefined) return value;
  return new RegExp(`^(?:${Pattern})$`, 'u').test(value) ? value : undefined;
}

function isSame(words: string, said: string): boolean {
  return words.trim().toLowerCase() === said.trim().toLowerCase();
}

function text(words: string): Message {
  return { text: words, textType: 'text' };
}
