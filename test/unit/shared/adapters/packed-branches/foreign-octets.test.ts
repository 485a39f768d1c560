import fc from 'fast-check';
import {
  branchesOf,
  openPackedBranches,
  packBranches,
} from '../../../../../shared/adapters/packed-branches/packed-branches.ts';
import { branchOf } from '../../../../support/routing-table-builder.ts';

const octets = packBranches(
  ['day', undefined, 'night'].map((scheduleId, index) =>
    branchOf({ id: `branch-${index}`, capacity: 7, ...(scheduleId === undefined ? {} : { scheduleId }) }),
  ),
);

function changed(at: number, ...values: number[]): Uint8Array {
  const copy = Uint8Array.from(octets);
  copy.set(values, at);
  return copy;
}

describe('octets that nobody packed', () => {
  it.each([
    { case: 'none', octets: new Uint8Array(0) },
    { case: 'another beginning', octets: changed(0, 0x7b) },
    { case: 'a format of the future', octets: changed(4, 2) },
    { case: 'another count', octets: changed(8, 4) },
    { case: 'a section of another length', octets: changed(12, 2) },
    { case: 'a branch twice in the tree', octets: changed(64, ...octets.slice(66, 68)) },
    { case: 'a longitude beyond the map', octets: changed(73, 0x7f) },
    { case: 'a latitude beyond the pole', octets: changed(85, 0x7f) },
    { case: 'a schedule that is not there', octets: changed(94, 3) },
    { case: 'services that are not there', octets: changed(106, 1) },
    { case: 'a text that is too long', octets: changed(124, 200) },
    { case: 'tables that are not JSON', octets: changed(octets.length - 1, 0) },
    { case: 'an end that is missing', octets: octets.slice(0, -1) },
    { case: 'something behind the end', octets: Uint8Array.from([...octets, 0]) },
  ])('are refused: $case', ({ octets }) => {
    expect(() => openPackedBranches(octets)).toThrow(RangeError);
  });

  it('are refused, or read without going astray, whichever octets differ', () => {
    const change = fc.record({ at: fc.nat({ max: octets.length - 1 }), value: fc.nat({ max: 255 }) });

    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const copy = Uint8Array.from(octets);
        for (const { at, value } of changes) copy[at] = value;

        try {
          const directory = openPackedBranches(copy);
          for (const { id, services } of branchesOf(directory)) {
            expect(typeof id).toBe('string');
            expect(Array.isArray(services)).toBe(true);
          }
          directory.nearest({
            from: { latitude: 0, longitude: 0 },
            withinKilometers: Infinity,
            upTo: 5,
            accepts: () => true,
          });
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('may be part of a larger block', () => {
    const block = new Uint8Array(octets.length + 5);
    block.set(octets, 3);

    const directory = openPackedBranches(block.subarray(3, 3 + octets.length));

    expect(branchesOf(directory).map(({ id }) => id)).toEqual(['branch-0', 'branch-1', 'branch-2']);
  });
});
