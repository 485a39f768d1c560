import { withoutSuffix, type Pattern } from './pattern.ts';
import type { SlotReading } from './slot-reader.ts';
import type { Token } from './tokens.ts';

/** How well an utterance fits a pattern. */
interface Fit {
  /** Words of known values beyond their first: a slot takes one word whatever it is, more only bear witness where they are known. */
  readonly moreKnownWords: number;
  /** Values that are not in their list, and values that may be any words. */
  readonly notInList: number;
  readonly anyWords: number;
}

export interface PatternFit extends Fit {
  readonly readings: ReadonlyMap<string, SlotReading>;
}

/** Reads the words from `from` up to, but not including, `to` as the value of a slot. */
export type ReadSpan = (slotName: string, from: number, to: number) => SlotReading | undefined;
export type ReadTokens = (slotName: string, tokens: readonly Token[]) => SlotReading | undefined;

/** The best way to read the words from one on: a chain of slots, so that ways can share their ends. */
interface Way extends Fit {
  readonly slot?: { readonly name: string; readonly reading: SlotReading };
  readonly rest?: Way;
}

const end: Way = { moreKnownWords: 0, notInList: 0, anyWords: 0 };

/**
 * The best way in which the whole utterance fits the pattern, each slot taking one word at least: longest known values,
 * then fewest values that are not in their list, then fewest free ones, then the shortest first slot. Each end of the
 * utterance is fitted to each end of the pattern once, so that many slots in a row do not make it slow.
 */
export function fitPattern(
  { parts, words }: Pattern,
  tokens: readonly Token[],
  said: ReadonlySet<string>,
  readSpan: ReadSpan,
  readTokens: ReadTokens,
): PatternFit | undefined {
  if (parts.length > tokens.length || !words.every((word) => said.has(word))) return undefined;
  const known = new Map<number, Way | undefined>();

  const wayFrom = (part: number, at: number): Way | undefined => {
    const key = part * (tokens.length + 1) + at;
    if (known.has(key)) return known.get(key);
    const way = findWay(part, at);
    known.set(key, way);
    return way;
  };
  const findWay = (index: number, at: number): Way | undefined => {
    const part = parts[index];
    if (part === undefined) return at === tokens.length ? end : undefined;
    if (part.kind === 'word') return tokens[at]?.word === part.word ? wayFrom(index + 1, at + 1) : undefined;
    let best: Way | undefined;
    const last = tokens.length - (parts.length - index - 1);
    for (let to = at + 1; to <= last; to += 1) {
      const rest = wayFrom(index + 1, to);
      if (rest === undefined) continue;
      const reading = readPart(part.name, part.suffix, at, to);
      if (reading === undefined) continue;
      const way: Way = {
        moreKnownWords: rest.moreKnownWords + (reading.fit === 'known' ? to - at - 1 : 0),
        notInList: rest.notInList + (reading.fit === 'notInList' ? 1 : 0),
        anyWords: rest.anyWords + (reading.fit === 'anyWords' ? 1 : 0),
        slot: { name: part.name, reading },
        rest,
      };
      if (best === undefined || isBetter(way, best)) best = way;
    }
    return best;
  };
  const readPart = (name: string, suffix: string, at: number, to: number): SlotReading | undefined => {
    if (suffix === '') return readSpan(name, at, to);
    const taken = withoutSuffix(tokens.slice(at, to), suffix);
    return taken === undefined ? undefined : readTokens(name, taken);
  };

  const way = wayFrom(0, 0);
  if (way === undefined) return undefined;
  const { moreKnownWords, notInList, anyWords } = way;
  return { readings: new Map(slotsOf(way)), moreKnownWords, notInList, anyWords };
}

function isBetter(one: Fit, other: Fit): boolean {
  if (one.moreKnownWords !== other.moreKnownWords) return one.moreKnownWords > other.moreKnownWords;
  return one.notInList === other.notInList ? one.anyWords < other.anyWords : one.notInList < other.notInList;
}

function* slotsOf(way: Way): Generator<[string, SlotReading]> {
  for (let at: Way | undefined = way; at !== undefined; at = at.rest)
    if (at.slot !== undefined) yield [at.slot.name, at.slot.reading];
}
