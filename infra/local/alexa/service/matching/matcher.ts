import { emptyIntent, filledSlot, type Intent } from '../intent.ts';
import type { InteractionModel, ModelIntent, ModelSlot } from '../interaction-model.ts';
import { assignments, literalCount, patternOf, type PatternPart } from './pattern.ts';
import type { SlotReader, SlotReading } from './slot-reader.ts';
import { isStockPhrase } from './stock-phrases.ts';
import { normalise, tokensOf, type Token } from './tokens.ts';

export const fallbackIntentName = 'AMAZON.FallbackIntent';

/** Slots by name, read out of an utterance. */
export type SlotReadings = ReadonlyMap<string, SlotReading>;

/** Smaller is better, member by member. */
type Rank = readonly number[];

interface Match {
  readonly readings: SlotReadings;
  readonly rank: Rank;
}

/** Finds what an utterance means in one interaction model. */
export class Matcher {
  readonly #model: InteractionModel;
  readonly #read: SlotReader;

  constructor(model: InteractionModel, read: SlotReader) {
    this.#model = model;
    this.#read = read;
  }

  /**
   * The intent whose sample fits best: most words in common, then fewest values that are not in their list,
   * then fewest free ones, then fewest slots, then the order of the model. Undefined when none fits.
   */
  match(utterance: string): Intent | undefined {
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
  readByIntent(intent: ModelIntent, utterance: string): SlotReadings | undefined {
    return this.#matchIntent(intent, utterance)?.readings;
  }

  /** The slots that an answer fills by the samples of the slot that was asked for, or as its bare and known value. */
  readAnswer(intent: ModelIntent, slot: ModelSlot, utterance: string): SlotReadings | undefined {
    return this.#matchSamples([...(slot.samples ?? []), `{${slot.name}}`], intent.slots ?? [], tokensOf(utterance))
      ?.readings;
  }

  /** The whole utterance as the value of a slot, in its list or not. */
  readBare(slot: ModelSlot, utterance: string): SlotReading | undefined {
    return this.#read(slot, tokensOf(utterance));
  }

  intent(name: string): ModelIntent | undefined {
    return this.#model.languageModel.intents.find((intent) => intent.name === name);
  }

  #matchIntent(intent: ModelIntent, utterance: string): Match | undefined {
    const tokens = tokensOf(utterance);
    if (isStockPhrase(intent.name, normalise(utterance)))
      return { readings: new Map(), rank: [-tokens.length, 0, 0, 0] };
    return this.#matchSamples(intent.samples ?? [], intent.slots ?? [], tokens);
  }

  #matchSamples(samples: readonly string[], slots: readonly ModelSlot[], tokens: readonly Token[]): Match | undefined {
    const matches = samples.flatMap((sample) => this.#matchPattern(patternOf(sample), slots, tokens));
    return best(matches, ({ rank }) => rank);
  }

  #matchPattern(pattern: readonly PatternPart[], slots: readonly ModelSlot[], tokens: readonly Token[]): Match[] {
    const literals = literalCount(pattern);
    const matches: Match[] = [];
    for (const assignment of assignments(pattern, tokens)) {
      const readings = new Map<string, SlotReading>();
      for (const [name, taken] of assignment) {
        const slot = slots.find((candidate) => candidate.name === name);
        const reading = slot === undefined ? undefined : this.#read(slot, taken);
        if (reading !== undefined) readings.set(name, reading);
      }
      if (readings.size < assignment.size) continue;
      const fits = [...readings.values()].map(({ fit }) => fit);
      // A sample of nothing but slots would fit everything that is ever said: there, only known values count.
      if (literals === 0 && fits.some((fit) => fit !== 'known')) continue;
      const count = (wanted: string): number => fits.filter((fit) => fit === wanted).length;
      matches.push({ readings, rank: [-literals, count('notInList'), count('anyWords'), fits.length] });
    }
    return matches;
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
