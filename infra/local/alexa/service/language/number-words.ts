/** How one language says whole numbers. All words are in the form in which they are compared: lower case, without accents. */
export interface NumberWords {
  /** A nought among digits; it never begins a longer number. */
  readonly zeros: readonly string[];
  /** How often the digit after the word counts. */
  readonly repeats: Readonly<Record<string, number>>;
  /** Phrases for 1 to 99. */
  readonly belowHundred: ReadonlyMap<string, number>;
  /** Phrases for whole hundreds that need nothing before them. */
  readonly hundreds: ReadonlyMap<string, number>;
  /** They make hundreds out of the number before them. */
  readonly timesHundred: readonly string[];
  /** Phrases for a thousand that need nothing before them. */
  readonly thousands: ReadonlyMap<string, number>;
  /** They make thousands out of the number before them. */
  readonly timesThousand: readonly string[];
  /** What may stand between hundreds or thousands and the rest. */
  readonly and: readonly string[];
}

/** The words that numbers are made of; everything else is no number at once. */
export function numberVocabulary(numbers: NumberWords): ReadonlySet<string> {
  const phrases = [numbers.belowHundred, numbers.hundreds, numbers.thousands].flatMap((map) => [...map.keys()]);
  return new Set([
    ...numbers.zeros,
    ...Object.keys(numbers.repeats),
    ...phrases.flatMap((phrase) => phrase.split(' ')),
    ...numbers.timesHundred,
    ...numbers.timesThousand,
    ...numbers.and,
  ]);
}
