import fc from 'fast-check';
import { fractionsFor, stableFraction } from '../../../../../shared/domain/routing/stable-fraction.ts';

/** Ids that differ in few characters, as those of calls that follow each other do. */
const seeds = Array.from(
  { length: 10_000 },
  (_, index) => `1ueast-Ab3dEf6hIj9lMn2pQr5tUv8xYz-${String(index).padStart(17, '0')}`,
);

/** Pearson's chi squared against equally likely boxes. */
function chiSquared(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function countsOf(boxes: readonly number[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const box of boxes) counts[box] = (counts[box] ?? 0) + 1;
  return counts;
}

describe('a stable fraction', () => {
  it('is the same for the same texts, and from 0 to below 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, salt) => {
        const fraction = stableFraction(seed, salt);

        expect(fraction).toBe(stableFraction(seed, salt));
        expect(fraction).toBe(fractionsFor(seed)(salt));
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThan(1);
      }),
    );
  });

  it('stays what it was when calls were shared out by it', () => {
    expect(stableFraction('1ueast-abc', 'pilot')).toBe(0.10764511207733884);
  });

  it('tells where the seed ends and the salt begins', () => {
    expect(stableFraction('ab', 'c')).not.toBe(stableFraction('a', 'bc'));
  });

  // 124.34 is the 0.999 quantile of chi squared with 79 degrees of freedom; the seeds are always the same.
  it.each(['rule', 'a', 'night-shift'])('spreads ids that follow each other evenly for the rule %s', (salt) => {
    const boxes = seeds.map((seed) => Math.floor(stableFraction(seed, salt) * 80));

    expect(chiSquared(countsOf(boxes, 80))).toBeLessThan(124.34);
  });

  it.each([
    ['rule-1', 'rule-2'],
    ['a', 'a/contactCenter east'],
  ])('draws for %s and %s independently', (one, other) => {
    const boxes = seeds.map((seed) => {
      const fractionOf = fractionsFor(seed);
      return Math.floor(fractionOf(one) * 8) * 10 + Math.floor(fractionOf(other) * 10);
    });

    expect(chiSquared(countsOf(boxes, 80))).toBeLessThan(124.34);
  });
});
