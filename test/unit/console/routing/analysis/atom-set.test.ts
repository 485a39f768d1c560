import fc from 'fast-check';
import {
  atomSet,
  atomsOf,
  difference,
  hasAtom,
  intersection,
  relation,
  unionOf,
} from '../../../../../console/routing/analysis/atom-set.ts';

const atoms = fc.uniqueArray(fc.nat(12));

describe('sets of atoms', () => {
  it('are what sets of numbers are', () => {
    fc.assert(
      fc.property(atoms, atoms, (left, right) => {
        const [a, b] = [atomSet(left), atomSet(right)];
        const both = left.filter((atom) => right.includes(atom));

        expect([...atomsOf(a)]).toEqual(left.toSorted((x, y) => x - y));
        expect(new Set(atomsOf(intersection(a, b)))).toEqual(new Set(both));
        expect(new Set(atomsOf(difference(a, b)))).toEqual(new Set(left.filter((atom) => !right.includes(atom))));
        expect(new Set(atomsOf(unionOf([a, b])))).toEqual(new Set([...left, ...right]));
        expect(hasAtom(a, 5)).toBe(left.includes(5));
        expect(relation(a, b)).toBe(both.length === 0 ? 'apart' : both.length === left.length ? 'inside' : 'partly');
      }),
      { numRuns: 500 },
    );
  });
});
