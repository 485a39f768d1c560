import { isOpen } from '../../../../../shared/domain/routing/schedule.ts';
import { at, compileFile, type Compiled, type WrittenFile, type WrittenSchedule } from './schedules-fixture.ts';

const office = { timeZone: 'America/New_York', weekly: { 'mon-fri': ['08:00-17:00'] } };
const christmas = { name: 'Christmas Day', date: '2026-12-25' };

function compileWith(
  holidays: WrittenSchedule['holidays'],
  now = '2026-11-14T12:00Z',
  more: Partial<WrittenFile> = {},
): Compiled {
  return compileFile(
    { ...more, schedules: { office: { ...office, ...(holidays && { holidays }) }, ...more.schedules } },
    at(now),
  );
}

describe('a holiday list that ends', () => {
  it('is reported with the last holiday, and a moment of next year at which it is open', () => {
    const { schedules, findings } = compileWith([christmas]);

    expect(findings).toEqual([
      {
        severity: 'warning',
        code: 'holidays-ending',
        path: 'schedules.office.holidays',
        message: "holiday list ends in 41 days (last: Christmas Day 2026-12-25): add next year's, or use every:",
        // 25 December 2027 is a Saturday, closed anyway.
        witness: { context: {}, at: '2027-12-25T14:00:00.000Z', seed: 'witness' },
      },
    ]);
    expect(isOpen(schedules[0]!, at(findings[0]!.witness!.at))).toBe(false);
  });

  it.each([
    { case: 'at nine', schedule: office, expected: '2027-11-26T14:00:00.000Z' },
    {
      case: 'when it opens, if that is later',
      schedule: { ...office, weekly: { 'mon-fri': ['13:00-17:00'] } },
      expected: '2027-11-26T18:00:00.000Z',
    },
    {
      case: 'at the beginning of the day, if it is open from the night before',
      schedule: { ...office, weekly: { 'mon-fri': ['22:00-02:00'] } },
      expected: '2027-12-25T05:00:00.000Z',
    },
  ])('shows the nearest holiday that would be open next year, $case', ({ schedule, expected }) => {
    const { schedules, findings } = compileWith(undefined, undefined, {
      schedules: {
        office: { ...schedule, holidays: [{ name: 'Day after Thanksgiving', date: '2026-11-26' }, christmas] },
      },
    });

    const moment = findings[0]!.witness!.at;
    expect(moment).toBe(expected);
    expect(isOpen(schedules[0]!, at(moment))).toBe(true);
  });

  it.each([
    { case: 'ends in 89 days', now: '2026-09-27T12:00Z', says: ['ends in 89 days'] },
    { case: 'ends in 90 days', now: '2026-09-26T12:00Z', says: [] },
    { case: 'ends tomorrow', now: '2026-12-24T12:00Z', says: ['ends in 1 day '] },
    { case: 'ends today', now: '2026-12-25T12:00Z', says: ['ends today'] },
    { case: 'ended long ago', now: '2028-12-24T12:00Z', says: ['ended 730 days ago'] },
  ])('is reported in its last 90 days and after: it $case', ({ now, says }) => {
    const { findings } = compileWith([christmas], now);

    expect(findings.map(({ message }) => message)).toEqual(says.map((text) => expect.stringContaining(text)));
    for (const { witness } of findings) expect(at(witness!.at)).toBeGreaterThan(at(now));
  });

  it('with a leap day shows the day before it, in a year that has none', () => {
    const { findings } = compileWith([{ name: 'Leap Day', date: '2028-02-29' }], '2028-01-15T12:00Z');

    expect(findings.map(({ witness }) => witness?.at)).toEqual(['2029-02-28T14:00:00.000Z']);
  });

  it('is not one of holidays that come every year', () => {
    expect(compileWith([{ name: 'Christmas Day', every: '12-25' }]).findings).toEqual([]);
  });

  it('is not reported while another list that is taken in goes on', () => {
    const { findings } = compileWith([christmas, 'next'], undefined, {
      holidayLists: { next: [{ name: 'Christmas Day', date: '2027-12-25' }] },
    });

    expect(findings).toEqual([]);
  });

  it('is reported once, where it is written, when many schedules take it', () => {
    const { findings } = compileWith(['bank'], undefined, {
      holidayLists: { bank: [christmas] },
      schedules: { shop: { ...office, holidays: ['bank'] }, kiosk: { like: 'shop', timeZone: 'America/Chicago' } },
    });

    expect(findings.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "holidayLists.bank holiday list ends in 41 days (last: Christmas Day 2026-12-25) for 3 schedules: add next year's, or use every:",
    ]);
  });
});
