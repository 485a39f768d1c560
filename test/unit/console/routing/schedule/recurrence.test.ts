import { formatDay, parseDay } from '../../../../../console/routing/compile/schedule/calendar-day.ts';
import { compileHolidayCalendar } from '../../../../../console/routing/compile/schedule/holiday-calendar.ts';
import { compileHoliday } from '../../../../../console/routing/compile/schedule/holidays.ts';
import {
  observedOn,
  parseRecurrence,
  recurrenceIn,
} from '../../../../../console/routing/compile/schedule/recurrence.ts';
import { FindingList } from '../../../../../console/routing/findings.ts';
import { at, compile, openDays } from './schedules-fixture.ts';

function inYear(every: string, year: number): string | undefined {
  const day = recurrenceIn(year, parseRecurrence(every));
  return day && formatDay(day);
}

describe('a holiday of every year', () => {
  it.each([
    { case: 'Christmas Day', every: '12-25', year: 2026, date: '2026-12-25' },
    { case: 'Thanksgiving', every: '4th thu of nov', year: 2026, date: '2026-11-26' },
    {
      case: 'Thanksgiving in a year whose November has five Thursdays',
      every: '4th thu of nov',
      year: 2028,
      date: '2028-11-23',
    },
    { case: 'Memorial Day', every: 'last mon of may', year: 2027, date: '2027-05-31' },
    { case: 'Labor Day on the 1st', every: '1st mon of sep', year: 2025, date: '2025-09-01' },
    { case: 'Martin Luther King Day', every: '3rd mon of jan', year: 2027, date: '2027-01-18' },
    {
      case: 'the last Thursday of a December that ends on one',
      every: 'last thu of dec',
      year: 2026,
      date: '2026-12-31',
    },
    { case: 'the last Sunday of February in a leap year', every: 'last sun of feb', year: 2032, date: '2032-02-29' },
    { case: 'the leap day', every: '02-29', year: 2028, date: '2028-02-29' },
    { case: 'the leap day in another year', every: '02-29', year: 2027, date: undefined },
  ])('falls on the right date: $case ($every of $year)', ({ every, year, date }) => {
    expect(inYear(every, year)).toBe(date);
  });

  it.each([
    { every: '07-04', year: 2026, observed: 'as-is', kept: '2026-07-04' },
    { every: '07-04', year: 2026, observed: 'sunday-to-monday', kept: '2026-07-04' },
    { every: '07-04', year: 2026, observed: 'nearest-weekday', kept: '2026-07-03' },
    { every: '07-04', year: 2027, observed: 'as-is', kept: '2027-07-04' },
    { every: '07-04', year: 2027, observed: 'sunday-to-monday', kept: '2027-07-05' },
    { every: '07-04', year: 2027, observed: 'nearest-weekday', kept: '2027-07-05' },
    { every: '01-01', year: 2028, observed: 'nearest-weekday', kept: '2027-12-31' },
    { every: '12-31', year: 2028, observed: 'sunday-to-monday', kept: '2029-01-01' },
    { every: '12-25', year: 2026, observed: 'nearest-weekday', kept: '2026-12-25' },
  ] as const)(
    'that falls on $every of $year and is observed $observed is kept on $kept',
    ({ every, year, observed, kept }) => {
      const day = recurrenceIn(year, parseRecurrence(every));

      expect(day && formatDay(observedOn(day, observed))).toBe(kept);
    },
  );

  it('closes on that day in each of the 18 months, and the weekend day it is moved from is as the week has it', () => {
    const schedule = compile({
      weekly: { 'mon-sun': ['12:00-13:00'] },
      holidays: [{ name: 'Independence Day', every: '07-04', observed: 'nearest-weekday' }],
    });

    expect(openDays(schedule, '2026-07-02T00:00Z', '2026-07-05T00:00Z')).toEqual(['2026-07-02', '2026-07-04']);
    expect(openDays(schedule, '2027-07-04T00:00Z', '2027-07-07T00:00Z')).toEqual(['2027-07-04', '2027-07-06']);
  });

  it.each([
    {
      case: 'the last day of the year before, when it is a Saturday 1 January',
      every: '01-01',
      now: '2026-11-21T00:00Z',
      around: ['2027-12-30T00:00Z', '2028-01-02T00:00Z'],
      open: ['2027-12-30', '2028-01-01'],
    },
    {
      case: 'the first day of the year after, when it is a Sunday 31 December',
      every: '12-31',
      now: '2029-01-01T06:00Z',
      around: ['2028-12-31T00:00Z', '2029-01-03T00:00Z'],
      open: ['2028-12-31', '2029-01-02'],
    },
  ])('is kept on $case', ({ every, now, around: [from = '', to = ''], open }) => {
    const schedule = compile(
      {
        weekly: { 'mon-sun': ['12:00-13:00'] },
        holidays: [{ name: 'the turn of the year', every, observed: 'nearest-weekday' }],
      },
      at(now),
    );

    expect(openDays(schedule, from, to)).toEqual(open);
  });

  it.each([
    { edge: 'last', date: 'the year after', every: '01-01', span: ['2027-12-01', '2027-12-31'], kept: '2027-12-31' },
    { edge: 'first', date: 'the year before', every: '12-31', span: ['2029-01-01', '2029-01-31'], kept: '2029-01-01' },
  ])('is found on the $edge day of a span, when its date is in $date', ({ every, span, kept }) => {
    const [first = parseDay(kept), last = first] = span.map(parseDay);
    const findings = new FindingList(() => undefined);
    const holiday = compileHoliday(
      { name: 'the turn of the year', every, observed: 'nearest-weekday', hours: [] },
      { listPath: [], index: 0, findings },
    )!;

    const calendar = compileHolidayCalendar([holiday], { first, last }, findings);

    expect([...calendar.keys()].map(formatDay)).toEqual([kept]);
  });
});
