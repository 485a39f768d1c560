import fc from 'fast-check';
import { kilometersBetween, type Coordinates } from '../../../../../shared/domain/location.ts';
import { nearestBranches } from '../../../../../shared/domain/routing/nearest-branches.ts';
import { isOpen, type Schedule } from '../../../../../shared/domain/routing/schedule.ts';
import type { Branch } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf } from '../../../../support/routing-table-builder.ts';

const now = epochMs(1000);
const schedules = new Map<string, Schedule>([
  ['day', { id: 'day', opensAt: [epochMs(0)], closesAt: [epochMs(2000)], compiledUntil: epochMs(5000) }],
  ['night', { id: 'night', opensAt: [epochMs(2000)], closesAt: [epochMs(4000)], compiledUntil: epochMs(5000) }],
]);

const coordinates: fc.Arbitrary<Coordinates> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const branches: fc.Arbitrary<Branch[]> = fc
  .array(
    fc.record({
      coordinates,
      services: fc.subarray(['accounts', 'cards']),
      scheduleId: fc.constantFrom('day', 'night', 'unheard-of', undefined),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(({ scheduleId, ...rest }, index) =>
      branchOf({ id: `branch-${index}`, ...rest, ...(scheduleId === undefined ? {} : { scheduleId }) }),
    ),
  );
const search = fc.record({
  from: coordinates,
  service: fc.constantFrom('cards', undefined),
  withinKilometers: fc.integer({ min: 1, max: 20_038 }),
  upTo: fc.integer({ min: 1, max: 10 }),
  now: fc.constant(now),
});

describe('the nearest branches', () => {
  it('are what trying every branch finds', () => {
    fc.assert(
      fc.property(branches, search, (all, wanted) => {
        const found = nearestBranches(all, schedules, wanted).branches;

        const distanceOf = (branch: Branch): number => kilometersBetween(wanted.from, branch.coordinates);
        const schedule = (branch: Branch): Schedule | undefined => schedules.get(branch.scheduleId ?? '');
        const fitting = all.filter((branch) => {
          const itsSchedule = schedule(branch);
          const open = branch.scheduleId === undefined || (itsSchedule !== undefined && isOpen(itsSchedule, now));
          return (
            open &&
            distanceOf(branch) <= wanted.withinKilometers &&
            (wanted.service === undefined || branch.services.includes(wanted.service))
          );
        });
        const expected = Math.min(fitting.length, wanted.upTo);
        const farthest = found.at(-1);
        return (
          found.length === expected &&
          found.every((branch) => fitting.includes(branch)) &&
          found.every((branch, index) => index === 0 || distanceOf(found[index - 1] ?? branch) <= distanceOf(branch)) &&
          fitting.every(
            (branch) =>
              found.includes(branch) || (farthest !== undefined && distanceOf(branch) >= distanceOf(farthest)),
          )
        );
      }),
    );
  });

  it('and those passed over are all there are, each once', () => {
    fc.assert(
      fc.property(branches, search, (all, wanted) => {
        const found = nearestBranches(all, schedules, wanted);

        const ids = [...found.branches.map(({ id }) => id), ...found.passedOver.map(({ branchId }) => branchId)];
        return ids.length === all.length && new Set(ids).size === all.length;
      }),
    );
  });

  it('do not depend on the order of the file, even where branches share a door', () => {
    const door = { latitude: 47.6, longitude: -122.3 };
    const wanted = { from: door, withinKilometers: 10, upTo: 2, now };
    const all = ['c', 'a', 'b'].map((id) => branchOf({ id, coordinates: door }));

    const found = [all, all.toReversed()].map((each) =>
      nearestBranches(each, schedules, wanted).branches.map(({ id }) => id),
    );

    expect(found).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('are found across the date line', () => {
    const suva = branchOf({ id: 'suva', coordinates: { latitude: -18.1, longitude: 178.4 } });

    const found = nearestBranches([suva], schedules, {
      from: { latitude: -18.1, longitude: -179.9 },
      withinKilometers: 200,
      upTo: 1,
      now,
    });

    expect(found.branches).toEqual([suva]);
  });
});

describe('the distance on a great circle', () => {
  it.each([
    {
      case: 'Seattle to Spokane',
      a: { latitude: 47.608, longitude: -122.3351 },
      b: { latitude: 47.6588, longitude: -117.426 },
      kilometers: 368,
    },
    { case: 'pole to pole', a: { latitude: 90, longitude: 0 }, b: { latitude: -90, longitude: 0 }, kilometers: 20_015 },
    { case: 'nowhere', a: { latitude: 1, longitude: 2 }, b: { latitude: 1, longitude: 2 }, kilometers: 0 },
  ])('is $kilometers km from $case', ({ a, b, kilometers }) => {
    expect(Math.round(kilometersBetween(a, b))).toBe(kilometers);
  });
});
