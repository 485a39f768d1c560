import { emptyIntent, filledSlot, type Intent } from '../intent.ts';
import type { InteractionModel, ModelIntent, ModelSlot } from '../interaction-model.ts';
import type { Language } from '../language/language.ts';
import { fitPattern, type ReadSpan, type ReadTokens } from './pattern-fit.ts';
import { patternOf, type Pattern } from './pattern.ts';
import type { SlotReader, SlotReading } from './slot-reader.ts';
import { isStockPhrase } from './stock-phrases.ts';
import { tokensOf, type Token } from './tokens.ts';

export const fallbackIntentName = 'AMAZON.FallbackIntent';

/** Slots by name, read out of an utterance. */
export type SlotReadings = ReadonlyMap<string, SlotReading>;

/** Smaller is better, member by member. */
type Rank = readonly number[];

interface Match {
  readonly readings: SlotReadings;
  readonly rank: Rank;
}

/** One utterance, split once, with what has been read out of it so far. */
interface Utterance {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: ReadonlySet<string>;
  /** Readings of its parts by slot type: intents share types, and samples share slots. */
  readonly readings: Map<string, SlotReading | undefined>;
}

/** Finds what an utterance means in one interaction model. */
export class Matcher {
  readonly language: Language;
  readonly #model: InteractionModel;
  readonly #read: SlotReader;

  constructor(model: InteractionModel, read: SlotReader, language: Language) {
    this.language = language;
    this.#model = model;
    this.#read = read;
  }

  /**
   * The intent whose sample fits best: most words in common, longer known values included, then fewest values that
   * are not in their list, then fewest free ones, then fewest slots, then the order of the model. Undefined when none fits.
   */
  match(text: string): Intent | undefined {
    const utterance = utteranceOf(text);
    const ranked = this.#model.languageModel.intents.flatMap((intent) => {
      const found = this.#matchIntent(intent, utterance);
      return found === undefined ? [] : [{ intent, found }];
    });
    const winner = best(ranked, ({ found }) => found.rank);
    return winner === undefined ? undefined : fill(emptyIntent(winner.intent), winner.found.readings);
  }

  /** What Alexa sends when nothing fits: undefined when the model has no AMAZON.FallbackIntent. */
  fallback(): Intent | undefined {
    const intent = this.intent(fallbackIntentName);
    return intent === undefined ? undefined : emptyIntent(intent);
  }

  /** The slots that an utterance fills by the samples of one intent. */
  readByIntent(intent: ModelIntent, text: string): SlotReadings | undefined {
    return this.#matchIntent(intent, utteranceOf(text))?.readings;
  }

  /** The slots that an answer fills by the samples of the slot that was asked for, or as its bare and known value. */
  readAnswer(intent: ModelIntent, slot: ModelSlot, text: string): SlotReadings | undefined {
    return this.#matchPatterns(answerPatterns(slot), intent.slots ?? [], utteranceOf(text))?.readings;
  }

  /** The whole utterance as the value of a slot, in its list or not. */
  readBare(slot: ModelSlot, text: string): SlotReading | undefined {
    return this.#read(slot, tokensOf(text));
  }

  intent(name: string): ModelIntent | undefined {
    return this.#model.languageModel.intents.find((intent) => intent.name === name);
  }

  #matchIntent(intent: ModelIntent, utterance: Utterance): Match | undefined {
    if (isStockPhrase(intent.name, utterance.text, this.language))
      return { readings: new Map(), rank: [-utterance.tokens.length, 0, 0, 0] };
    return this.#matchPatterns(intentPatterns(intent), intent.slots ?? [], utterance);
  }

  #matchPatterns(patterns: readonly Pattern[], slots: readonly ModelSlot[], utterance: Utterance): Match | undefined {
    const slotNamed = (name: string): ModelSlot | undefined => slots.find((slot) => slot.name === name);
    const readTokens: ReadTokens = (name, tokens) => {
      const slot = slotNamed(name);
      return slot === undefined ? undefined : this.#read(slot, tokens);
    };
    const readSpan: ReadSpan = (name, from, to) => {
      const key = `${slotNamed(name)?.type} ${from} ${to}`;
      if (!utterance.readings.has(key)) utterance.readings.set(key, readTokens(name, utterance.tokens.slice(from, to)));
      return utterance.readings.get(key);
    };
    const matches = patterns.flatMap((pattern): Match[] => {
      const fit = fitPattern(pattern, utterance.tokens, utterance.words, readSpan, readTokens);
      if (fit === undefined) return [];
      const { readings, moreKnownWords, notInList, anyWords } = fit;
      // A sample of nothing but slots would fit everything that is ever said: there, only known values count.
      if (pattern.words.length === 0 && notInList + anyWords > 0) return [];
      return [{ readings, rank: [-pattern.words.length - moreKnownWords, notInList, anyWords, readings.size] }];
    });
    return best(matches, ({ rank }) => rank);
  }
}

/** An intent with the slots that were read; the others stay as they are. */
export function fill(intent: Intent, readings: SlotReadings): Intent {
  const filled = [...readings].map(
    ([name, reading]) => [name, filledSlot(name, reading.value, reading.resolutions)] as const,
  );
  return {
    ...intent,
    ...(intent.slots === undefined ? {} : { slots: { ...intent.slots, ...Object.fromEntries(filled) } }),
  };
}

const patternsOfIntents = new WeakMap<ModelIntent, readonly Pattern[]>();
const patternsOfAnswers = new WeakMap<ModelSlot, readonly Pattern[]>();

/** Samples are read once for each model, not for each utterance or session. */
function intentPatterns(intent: ModelIntent): readonly Pattern[] {
  const patterns = patternsOfIntents.get(intent) ?? (intent.samples ?? []).map(patternOf);
  patternsOfIntents.set(intent, patterns);
  return patterns;
}

function answerPatterns(slot: ModelSlot): readonly Pattern[] {
  const patterns = patternsOfAnswers.get(slot) ?? [...(slot.samples ?? []), `{${slot.name}}`].map(patternOf);
  patternsOfAnswers.set(slot, patterns);
  return patterns;
}

function utteranceOf(text: string): Utterance {
  const tokens = tokensOf(text);
  return { text, tokens, words: new Set(tokens.map(({ word }) => word)), readings: new Map() };
}

function best<Candidate>(
  candidates: readonly Candidate[],
  rankOf: (candidate: Candidate) => Rank,
): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((leader, candidate) => {
    return leader === undefined || compare(rankOf(candidate), rankOf(leader)) < 0 ? candidate : leader;
  }, undefined);
}

function compare(one: Rank, other: Rank): number {
  return one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
