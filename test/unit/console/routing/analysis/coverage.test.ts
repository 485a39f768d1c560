import fc from 'fast-check';
import { atomSet, hasAtom, run } from '../../../../../console/routing/analysis/atom-set.ts';
import { boxOf, everywhere, type Box } from '../../../../../console/routing/analysis/box.ts';
import { coverageOf } from '../../../../../console/routing/analysis/coverage.ts';
import { leastCover } from '../../../../../console/routing/analysis/least-cover.ts';

const sizes = [2, 3, 2, 4, 3];

/** Two or three dimensions are asked for in most boxes, so that there is much to cut and seldom an easy way. */
const randomBox: fc.Arbitrary<Box> = fc
  .subarray([...sizes.keys()], { minLength: 1, maxLength: 4 })
  .chain((dimensions) =>
    fc.tuple(
      ...dimensions.map((dimension) =>
        fc
          .subarray([...Array.from({ length: sizes[dimension]! }).keys()], {
            minLength: 1,
            maxLength: Math.max(1, sizes[dimension]! - 1),
          })
          .map((atoms) => [dimension, atomSet(atoms)] as const),
      ),
    ),
  )
  .map(boxOf);

const points = sizes.reduce<number[][]>(
  (so, size) => so.flatMap((point) => Array.from({ length: size }, (_, atom) => [...point, atom])),
  [[]],
);

function isIn(point: readonly number[], { dimensions, sets }: Box): boolean {
  return dimensions.every((dimension, place) => hasAtom(sets[place]!, point[dimension]!));
}

const options = { sizes, lastResortFrom: 4, budget: { steps: 1e9 } };

describe('covering a box by others', () => {
  it('is decided as by looking at every point', () => {
    let covered = 0;
    fc.assert(
      fc.property(
        fc.option(randomBox, { nil: everywhere }),
        fc.array(randomBox, { minLength: 6, maxLength: 40 }),
        (target, others) => {
          const left = points.filter((point) => isIn(point, target) && !others.some((box) => isIn(point, box)));

          const coverage = coverageOf(target, others, options);

          expect(coverage.kind).toBe(left.length === 0 ? 'covered' : 'uncovered');
          if (coverage.kind === 'covered') covered += 1;
          if (coverage.kind !== 'uncovered') return;
          const region = points.filter((point) => isIn(point, coverage.region));
          expect(region.length).toBeGreaterThan(0);
          expect(left).toEqual(expect.arrayContaining(region));
        },
      ),
      { numRuns: 400 },
    );
    expect(covered).toBeGreaterThan(30);
  });

  it('names a cover that nothing can be left out of', () => {
    fc.assert(
      fc.property(randomBox, fc.array(randomBox, { minLength: 15, maxLength: 40 }), (target, others) => {
        const coverage = coverageOf(target, others, options);
        if (coverage.kind !== 'covered') return;

        const least = leastCover(target, others, coverage.by, options);

        const isCover = (by: readonly number[]): boolean =>
          points.every((point) => !isIn(point, target) || by.some((index) => isIn(point, others[index]!)));
        expect(isCover(coverage.by)).toBe(true);
        expect(isCover(least)).toBe(true);
        for (const left of least) expect(isCover(least.filter((index) => index !== left))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('asks for something special only when it cannot be helped', () => {
    const others = [
      boxOf([
        [0, run(0, 1)],
        [4, run(0, 1)],
      ]),
    ];

    const coverage = coverageOf(everywhere, others, options);

    expect(coverage).toEqual({ kind: 'uncovered', region: boxOf([[0, run(1, 2)]]) });
  });
});
