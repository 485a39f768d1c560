import type { ConsentItem } from './consent-items.ts';
import type { NumberWords } from './number-words.ts';

/** The built-in intents that people reach with words of Alexa's own, without any sample in the model. */
export const stockIntentNames = [
  'AMAZON.YesIntent',
  'AMAZON.NoIntent',
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.RepeatIntent',
  'AMAZON.NavigateHomeIntent',
  'AMAZON.StartOverIntent',
] as const;
export type StockIntentName = (typeof stockIntentNames)[number];

/** The words around a skill's name, outside a session (Alexa Skills Kit documentation, understanding-how-users-invoke-custom-skills). */
export interface InvocationWords {
  /** With nothing but the name after them they open the skill. */
  readonly launch: readonly string[];
  /** The name comes after them, then what is asked. */
  readonly ask: readonly string[];
  /** They lead from the name to the question and are not part of it, but samples are often written with them. */
  readonly connectors: readonly string[];
  /** What is asked comes before them, and the name after. */
  readonly closing: readonly string[];
}

/** What Alexa says by herself. The wording is ours: Amazon publishes none. */
export interface OwnWords {
  readonly problem: string;
  readonly notUnderstood: string;
  readonly notForThisSkill: string;
  /** Asks for what the scopes stand for; ends with the question. `businessName` is the skill's name as people know it. */
  readonly consentQuestion: (businessName: string, scopes: readonly string[]) => string;
  readonly consentThanks: string;
  readonly consentRefused: string;
}

/**
 * Everything of the local Alexa that depends on the language, and nothing that depends on a skill.
 * Phrases are written as people write them; they are compared without case, accents and punctuation.
 */
export interface Language {
  readonly wakeWord: string;
  readonly invocation: InvocationWords;
  /** Not all that Alexa knows, but what she is documented to know, and close relatives of it (standard-built-in-intents). */
  readonly stockPhrases: Readonly<Record<StockIntentName, readonly string[]>>;
  /** They end the session without asking the skill; it hears a SessionEndedRequest with USER_INITIATED. */
  readonly exitPhrases: readonly string[];
  readonly numbers: NumberWords;
  readonly ownWords: OwnWords;
}

/** What a person is asked to allow, as Alexa names it in one language. */
export type ConsentNames = Readonly<Record<ConsentItem, string>>;
