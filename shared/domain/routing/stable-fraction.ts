/**
 * A number from 0 (included) to 1 (not included) that is always the same for the same texts, and otherwise as if drawn by lot:
 * a caller stays where they were put, on a retry, in another region and in a replay.
 */
export function stableFraction(seed: string, salt: string): number {
  return fractionsFor(seed)(salt);
}

/**
 * The fractions of one seed, by salt; the seed is read once for all of them.
 *
 * Two 32-bit lanes take in the texts and are mixed by the finaliser of MurmurHash3 (Appleby, public domain);
 * 53 of their 64 bits make the fraction.
 */
export function fractionsFor(seed: string): (salt: string) => number {
  const seeded = taken(seed, { high: 0x9e37_79b9, low: 0x85eb_ca6b });
  // No text contains it: "ab" + "c" is not "a" + "bc".
  const separated = takenUnit(separator, seeded);
  return (salt) => {
    const { high, low } = taken(salt, separated);
    const first = mixed(high ^ mixed(low));
    const second = mixed(low ^ first);
    return ((first >>> 5) * 0x400_0000 + (second >>> 6)) / 0x20_0000_0000_0000;
  };
}

interface Lanes {
  readonly high: number;
  readonly low: number;
}

const { imul } = Math;

const separator = 0x1_00_00;

function taken(text: string, lanes: Lanes): Lanes {
  let { high, low } = lanes;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = highAfter(high, unit);
    low = lowAfter(low, unit);
  }
  return { high, low };
}

function takenUnit(unit: number, { high, low }: Lanes): Lanes {
  return { high: highAfter(high, unit), low: lowAfter(low, unit) };
}

function highAfter(lane: number, unit: number): number {
  return imul(lane ^ unit, 0x0100_0193);
}

function lowAfter(lane: number, unit: number): number {
  const value = imul(lane ^ unit, 0x5bd1_e995);
  return value ^ (value >>> 15);
}

function mixed(word: number): number {
  let value = word ^ (word >>> 16);
  value = imul(value, 0x85eb_ca6b);
  value ^= value >>> 13;
  value = imul(value, 0xc2b2_ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
