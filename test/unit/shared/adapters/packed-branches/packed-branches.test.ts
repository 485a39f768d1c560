import fc from 'fast-check';
import {
  branchesOf,
  openPackedBranches,
  packBranches,
} from '../../../../../shared/adapters/packed-branches/packed-branches.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import { listedBranches, type Branch, type BranchSearch } from '../../../../../shared/domain/routing/branches.ts';
import { branchOf } from '../../../../support/routing-table-builder.ts';

const millionths = 1_000_000;

/** Coordinates as they are kept; sometimes a corner of the map, sometimes a door that others have too. */
const degrees = (limit: number): fc.Arbitrary<number> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.integer({ min: -limit * millionths, max: limit * millionths }).map((n) => n / millionths),
    },
    { weight: 1, arbitrary: fc.constantFrom(-limit, 0, 1.5, limit) },
  );
const coordinates = fc.record({ latitude: degrees(90), longitude: degrees(180) });
const branch: fc.Arbitrary<Omit<Branch, 'id'>> = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    number: fc.integer({ min: 10, max: 999_999_999_999_999 }).map((digits) => `+${digits}` as E164),
    coordinates,
    services: fc.subarray(['accounts', 'cards', 'loans']),
    scheduleId: fc.constantFrom('day', 'night', undefined),
    capacity: fc.constantFrom(1, 65_535, undefined),
  })
  .map(({ scheduleId, capacity, ...rest }) => ({
    ...rest,
    ...(scheduleId === undefined ? {} : { scheduleId }),
    ...(capacity === undefined ? {} : { capacity }),
  }));
const branches: fc.Arbitrary<Branch[]> = fc
  .array(branch, { maxLength: 120 })
  .map((all) => all.map((each, index) => ({ ...each, id: `branch-${(index * 7) % 121}` })));
const search: fc.Arbitrary<Omit<BranchSearch, 'accepts'>> = fc.record({
  from: coordinates,
  withinKilometers: fc.oneof(fc.integer({ min: 1, max: 20_038 }), fc.constantFrom(0, 0.001, 20_000, Infinity)),
  upTo: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 1000, Infinity)),
});

describe('packed branches', () => {
  it('are what was packed, in the same order', () => {
    fc.assert(
      fc.property(branches, (branches) => {
        const directory = openPackedBranches(packBranches(branches));

        expect(directory.size).toBe(branches.length);
        expect(branchesOf(directory)).toEqual(branches);
      }),
    );
  });

  it('come out as the same octets when they are packed again', () => {
    fc.assert(
      fc.property(branches, (branches) => {
        const octets = packBranches(branches);

        expect(packBranches(branchesOf(openPackedBranches(octets)))).toEqual(octets);
      }),
    );
  });

  it('are found by id, whatever the alphabet, and by no part of one', () => {
    const branches = ['north', 'nörth', '北', 'nor', 'south'].map((id) => branchOf({ id }));

    for (const directory of [listedBranches(branches), openPackedBranches(packBranches(branches))]) {
      expect(branches.map(({ id }) => directory.indexOf(id))).toEqual([0, 1, 2, 3, 4]);
      expect(['', 'no', 'sout', 'southern', 'nort'].map((id) => directory.indexOf(id))).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('answer as a list does', () => {
    fc.assert(
      fc.property(branches, search, fc.constantFrom('cards', 'none', undefined), (branches, search, service) => {
        const listed = listedBranches(branches);
        const packed = openPackedBranches(packBranches(branches));
        const accepts = (index: number): boolean =>
          (service === undefined || packed.offers(index, service)) && packed.scheduleIdOf(index) !== 'night';

        expect(packed.nearest({ ...search, accepts })).toEqual(listed.nearest({ ...search, accepts }));
        for (const index of branches.keys()) {
          expect(packed.indexOf(packed.at(index).id)).toBe(index);
          expect(packed.scheduleIdOf(index)).toBe(listed.scheduleIdOf(index));
          expect(packed.offers(index, 'cards')).toBe(listed.offers(index, 'cards'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('find all who share a door, in the order of their ids', () => {
    const doors = Array.from({ length: 200 }, (_, index) => branchOf({ id: `branch-${(index * 37) % 200}` }));
    const packed = openPackedBranches(packBranches(doors));

    const found = packed.nearest({
      from: { latitude: 47.6, longitude: -122.3 },
      withinKilometers: 50,
      upTo: 3,
      accepts: () => true,
    });

    expect(found.map(({ index }) => packed.at(index).id)).toEqual(['branch-0', 'branch-1', 'branch-10']);
  });

  it('are found across the date line and around the pole', () => {
    const ring = [-180, -179.9, -90, 0, 90, 179.9, 180].map((longitude) =>
      branchOf({ id: `at-${longitude}`, coordinates: { latitude: 89.9, longitude } }),
    );
    const branches = [
      ...ring,
      ...ring.map((each) => ({
        ...each,
        id: `${each.id}-s`,
        coordinates: { latitude: -18, longitude: each.coordinates.longitude },
      })),
    ];
    const listed = listedBranches(branches);
    const packed = openPackedBranches(packBranches(branches));

    for (const from of [
      { latitude: 90, longitude: 0 },
      { latitude: 89.95, longitude: 180 },
      { latitude: -18, longitude: -180 },
      { latitude: -18, longitude: 179.95 },
    ])
      for (const withinKilometers of [5, 20, 50]) {
        const search = { from, withinKilometers, upTo: 9, accepts: () => true };
        expect(packed.nearest(search)).toEqual(listed.nearest(search));
      }
  });

  it('find nobody refused within a distance beyond the horizon', () => {
    const equator = Array.from({ length: 36 }, (_, index) =>
      branchOf({ id: `branch-${index}`, coordinates: { latitude: 0, longitude: index * 10 - 180 } }),
    );
    const packed = openPackedBranches(packBranches(equator));

    const found = packed.nearest({
      from: { latitude: 0, longitude: 0 },
      withinKilometers: 17_000,
      upTo: 2,
      accepts: () => false,
    });

    expect(found).toEqual([]);
  });

  it('look only around the caller when every branch there is refused', () => {
    const grid = Array.from({ length: 10_000 }, (_, index) =>
      branchOf({
        id: `branch-${index}`,
        coordinates: { latitude: 30 + Math.floor(index / 100) / 10, longitude: -110 + (index % 100) / 10 },
      }),
    );
    const packed = openPackedBranches(packBranches(grid));
    let asked = 0;

    const found = packed.nearest({
      from: { latitude: 35, longitude: -105 },
      withinKilometers: 20,
      upTo: 3,
      accepts: () => {
        asked += 1;
        return false;
      },
    });

    expect(found).toEqual([]);
    expect(asked).toBeLessThan(50);
  });

  it('round coordinates to a millionth of a degree', () => {
    const precise = branchOf({ id: 'precise', coordinates: { latitude: 47.600_000_49, longitude: -122.300_000_51 } });

    const { coordinates } = openPackedBranches(packBranches([precise])).at(0);

    expect(coordinates).toEqual({ latitude: 47.6, longitude: -122.300_001 });
  });

  it.each([
    { case: 'a place that is not on Earth', changes: { coordinates: { latitude: 90.1, longitude: 0 } } },
    { case: 'no place', changes: { coordinates: { latitude: 1, longitude: Number.NaN } } },
    { case: 'a capacity of half a caller', changes: { capacity: 0.5 } },
    { case: 'a capacity beyond all bounds', changes: { capacity: 65_536 } },
    { case: 'an endless name', changes: { name: 'x'.repeat(65_536) } },
  ])('have no room for $case', ({ changes }) => {
    expect(() => packBranches([branchOf({ id: 'odd', ...changes })])).toThrow(RangeError);
  });

  it.each([-1, 2, 0.5, Number.NaN])('have no branch %p among two', (index) => {
    const packed = openPackedBranches(packBranches([branchOf({ id: 'a' }), branchOf({ id: 'b' })]));

    expect(() => packed.at(index)).toThrow(RangeError);
    expect(() => packed.offers(index, 'accounts')).toThrow(RangeError);
    expect(() => packed.scheduleIdOf(index)).toThrow(RangeError);
  });
});
