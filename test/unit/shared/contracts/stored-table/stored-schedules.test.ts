import fc from 'fast-check';
import {
  openStoredSchedule,
  storedScheduleSchema,
  storeSchedule,
} from '../../../../../shared/contracts/stored-table/schedules.ts';
import { isOpen, type Schedule } from '../../../../../shared/domain/routing/schedule.ts';
import { epochMs, type EpochMs } from '../../../../../shared/domain/time.ts';

const minute = 60_000;
const compiledUntil = epochMs(Date.parse('2028-05-18T00:00:00Z'));

function schedule(...openings: readonly (readonly [number, number])[]): Schedule {
  return {
    id: 'office',
    opensAt: openings.map(([opens]) => epochMs(opens)),
    closesAt: openings.map(([, closes]) => epochMs(closes)),
    compiledUntil,
  };
}

/** Ascending openings in whole units; two may touch, and one may have no length. */
function schedules(unit: number): fc.Arbitrary<Schedule> {
  return fc.array(fc.nat(100_000), { maxLength: 40 }).map((lengths) => {
    const moments: EpochMs[] = [];
    for (const length of lengths.slice(0, lengths.length - (lengths.length % 2)))
      moments.push(epochMs((moments.at(-1) ?? 0) + length * unit));
    return {
      id: 'office',
      opensAt: moments.filter((_, index) => index % 2 === 0),
      closesAt: moments.filter((_, index) => index % 2 === 1),
      compiledUntil,
    };
  });
}

describe('a stored schedule', () => {
  it('tells opening hours by how long it is closed and open in turn, in minutes', () => {
    const stored = storeSchedule(schedule([600 * minute, 1080 * minute], [2040 * minute, 2520 * minute]));

    expect(stored).toEqual({ id: 'office', unit: minute, lengths: [600, 480, 960, 480], compiledUntil });
  });

  it.each([minute, 1000, 1])('opens and closes as before, when hours are whole units of %i ms', (unit) => {
    fc.assert(
      fc.property(schedules(unit), (given) => {
        const stored = storedScheduleSchema.parse(JSON.parse(JSON.stringify(storeSchedule(given))));

        expect(stored.unit).toBeGreaterThanOrEqual(unit);
        expect(openStoredSchedule(stored)).toEqual(given);
      }),
      { numRuns: 100 },
    );
  });

  it('that never opens, never opens', () => {
    const opened = openStoredSchedule(storeSchedule(schedule()));

    expect(isOpen(opened, epochMs(1_800_000_000_000))).toBe(false);
  });

  it('of eighteen months of weeks alike is told in less than 10 kB', () => {
    const day = 1440 * minute;
    const hours = Array.from({ length: 548 }, (_, index) => [index * day + 540 * minute, index * day + 1020 * minute]);

    const stored = JSON.stringify(storeSchedule(schedule(...(hours as [number, number][]))));

    expect(stored.length).toBeLessThan(10_000);
  });

  it.each([
    { case: 'opens before it has closed', given: schedule([0, 10], [5, 15]) },
    { case: 'closes before it opens', given: schedule([10, 5]) },
    { case: 'does not close', given: { ...schedule([0, 10]), closesAt: [] } },
    { case: 'closes once too often', given: { ...schedule([0, 10]), opensAt: [] } },
  ])('is not made from one that $case', ({ given }) => {
    expect(() => storeSchedule(given)).toThrow(RangeError);
  });

  it.each([
    { case: 'opens and never closes', lengths: [600] },
    { case: 'goes back in time', lengths: [600, -1] },
    { case: 'has a length that is not whole', lengths: [600, 0.5] },
  ])('is refused when it $case', ({ lengths }) => {
    const read = storedScheduleSchema.safeParse({ id: 'office', unit: minute, lengths, compiledUntil });

    expect(read.success).toBe(false);
  });
});
