import fc from 'fast-check';
import { drawnOrder, type Member } from '../../../../../shared/domain/routing/rendezvous.ts';

const member: fc.Arbitrary<Member> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 8 }),
  weight: fc.integer({ min: 1, max: 10_000 }),
});
const members = fc.uniqueArray(member, { selector: ({ id }) => id, minLength: 1, maxLength: 10 });
const seeds = Array.from({ length: 10_000 }, (_, index) => `call-${index}`);

function firstCounts(from: readonly Member[]): readonly number[] {
  const firsts = seeds.map((seed) => drawnOrder(from, seed, 'rule')[0]);
  return from.map((each) => firsts.filter((first) => first === each).length);
}

describe('drawing by lot', () => {
  it('gives everybody a place, always the same', () => {
    fc.assert(
      fc.property(members, fc.string(), fc.string(), (members, seed, salt) => {
        const order = drawnOrder(members, seed, salt);

        expect(order.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          members.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
        expect(drawnOrder(members.toReversed(), seed, salt)).toEqual(order);
      }),
    );
  });

  it('moves nobody but those whose member left', () => {
    fc.assert(
      fc.property(members, fc.nat(), fc.string(), (members, nth, seed) => {
        const leaver = members[nth % members.length];
        const left = members.filter((each) => each !== leaver);

        expect(drawnOrder(left, seed, 'rule')).toEqual(
          drawnOrder(members, seed, 'rule').filter((each) => each !== leaver),
        );
      }),
    );
  });

  // 13.82 is the 0.999 quantile of chi squared with two degrees of freedom; the seeds are always the same.
  it.each([
    { case: 'different weights', weights: [1, 2, 7] },
    { case: 'equal weights', weights: [5, 5, 5] },
    { case: 'a weight that outweighs the others', weights: [1, 1, 998] },
  ])('puts each first as often as its weight says: $case', ({ weights }) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);

    const counts = firstCounts(weights.map((weight, index) => ({ id: `member-${index}`, weight })));

    const chiSquared = weights.reduce((total, weight, index) => {
      const expected = (seeds.length * weight) / sum;
      return total + ((counts[index] ?? 0) - expected) ** 2 / expected;
    }, 0);
    expect(chiSquared).toBeLessThan(13.82);
  });

  it('draws two lots for a member that is there twice', () => {
    const counts = firstCounts([
      { id: 'support', weight: 1 },
      { id: 'support', weight: 3 },
    ]);

    expect((counts[0] ?? 0) / seeds.length).toBeCloseTo(0.25, 1);
  });
});
