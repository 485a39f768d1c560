import fc from 'fast-check';
import { kilometersBetween, type Coordinates } from '../../../../../shared/domain/location.ts';
import { listedBranches, type Branch } from '../../../../../shared/domain/routing/branches.ts';
import { nearestBranches, type NearestBranchRule } from '../../../../../shared/domain/routing/nearest-branches.ts';
import { isOpen, type Schedule } from '../../../../../shared/domain/routing/schedule.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf } from '../../../../support/routing-table-builder.ts';

const now = epochMs(1000);
const schedules = new Map<string, Schedule>([
  ['day', { id: 'day', opensAt: [epochMs(0)], closesAt: [epochMs(2000)], compiledUntil: epochMs(5000) }],
  ['night', { id: 'night', opensAt: [epochMs(2000)], closesAt: [epochMs(4000)], compiledUntil: epochMs(5000) }],
]);
const moment = { now, schedules, seed: 'call-1' };

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
const rule: fc.Arbitrary<NearestBranchRule> = fc
  .record({
    service: fc.constantFrom('cards', undefined),
    withinKilometers: fc.integer({ min: 1, max: 20_038 }),
    upTo: fc.integer({ min: 1, max: 10 }),
    spreadKilometers: fc.constantFrom(undefined, 0, 500, 20_038),
  })
  .map(({ service, spreadKilometers, ...rest }) => ({
    kind: 'nearestBranch',
    timeoutSeconds: 20,
    ...rest,
    ...(service === undefined ? {} : { service }),
    ...(spreadKilometers === undefined ? {} : { spreadKilometers }),
  }));

function found(all: readonly Branch[], rule: NearestBranchRule, from: Coordinates): Branch[] {
  const directory = listedBranches(all);
  return nearestBranches({ branches: directory, rule, from, moment, salt: 'rule', tried: new Set() }).chosen.map(
    ({ index }) => directory.at(index),
  );
}

function fits(branch: Branch, { service, withinKilometers }: NearestBranchRule, from: Coordinates): boolean {
  const schedule = schedules.get(branch.scheduleId ?? '');
  return (
    (branch.scheduleId === undefined || (schedule !== undefined && isOpen(schedule, now))) &&
    kilometersBetween(from, branch.coordinates) <= withinKilometers &&
    (service === undefined || branch.services.includes(service))
  );
}

describe('the nearest branches', () => {
  it('are open, offer the service, and none that is left out is nearer, but for the spread', () => {
    fc.assert(
      fc.property(branches, rule, coordinates, (all, rule, from) => {
        const distanceOf = (branch: Branch): number => kilometersBetween(from, branch.coordinates);

        const chosen = found(all, rule, from);

        const fitting = all.filter((branch) => fits(branch, rule, from));
        const nearest = Math.min(...fitting.map(distanceOf));
        const spreadEnd = nearest + (rule.spreadKilometers ?? 0);
        expect(chosen).toHaveLength(Math.min(fitting.length, rule.upTo));
        expect(new Set(chosen).size).toBe(chosen.length);
        for (const [place, branch] of chosen.entries()) {
          expect(fitting).toContain(branch);
          const later = fitting.filter((other) => !chosen.slice(0, place + 1).includes(other));
          // Either drawn among the equally near, or nearer than all that follow it.
          const inSpread = distanceOf(branch) <= spreadEnd;
          expect(inSpread || later.every((other) => distanceOf(other) >= distanceOf(branch))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('do not depend on the order of the file, even where branches share a door', () => {
    const door = { latitude: 47.6, longitude: -122.3 };
    const all = ['c', 'a', 'b'].map((id) => branchOf({ id, coordinates: door }));
    const two: NearestBranchRule = { kind: 'nearestBranch', withinKilometers: 10, upTo: 2, timeoutSeconds: 20 };

    for (const each of [all, all.toReversed()]) expect(found(each, two, door).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are found across the date line', () => {
    const suva = branchOf({ id: 'suva', coordinates: { latitude: -18.1, longitude: 178.4 } });
    const one: NearestBranchRule = { kind: 'nearestBranch', withinKilometers: 200, upTo: 1, timeoutSeconds: 20 };

    expect(found([suva], one, { latitude: -18.1, longitude: -179.9 })).toEqual([suva]);
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
