import {
  compile,
  compileFile,
  openDays,
  type Compiled,
  type WrittenFile,
  type WrittenSchedule,
} from './schedules-fixture.ts';

const everyNoon = { timeZone: 'America/New_York', weekly: { 'mon-sun': ['12:00-13:00'] } };
const noon = ['12:00-13:00'];

function compileWith(holidays: WrittenSchedule['holidays'], holidayLists: WrittenFile['holidayLists'] = {}): Compiled {
  return compileFile({ schedules: { office: { ...everyNoon, ...(holidays && { holidays }) } }, holidayLists });
}

function codes({ findings }: Compiled): string[] {
  return findings.filter(({ code }) => code !== 'holidays-ending').map(({ code, path }) => `${code} ${path}`);
}

describe('the holidays of a schedule', () => {
  it('are its own and those of the lists it names, with the lists that these take in', () => {
    const schedule = compile({ ...everyNoon, holidays: ['bank', { name: 'Party', date: '2026-06-05' }] }, undefined, {
      bank: ['federal', { name: 'Audit', date: '2026-06-03' }],
      federal: [{ name: 'Fair', every: '06-02' }],
      unused: [{ name: 'Nothing', date: '2026-06-04' }],
    });

    expect(openDays(schedule, '2026-06-01T00:00Z', '2026-06-07T00:00Z')).toEqual([
      '2026-06-01',
      '2026-06-04',
      '2026-06-06',
    ]);
  });

  it('may come from lists that both take in a third', () => {
    const compiled = compileWith(['east', 'west'], {
      east: ['all'],
      west: ['all'],
      all: [{ name: 'Christmas Day', date: '2026-12-25' }],
    });

    expect(codes(compiled)).toEqual([]);
  });

  it('of one date beat those of every year', () => {
    const schedule = compile({
      ...everyNoon,
      holidays: [
        { name: 'this year', date: '2026-12-25', hours: noon },
        { name: 'Christmas Day', every: '12-25', hours: ['18:00-19:00'] },
      ],
    });

    expect(openDays(schedule, '2026-12-25T00:00Z', '2026-12-26T00:00Z')).toEqual(['2026-12-25']);
    expect(schedule.opensAt).toContain(Date.parse('2026-12-25T17:00Z'));
    expect(schedule.opensAt).not.toContain(Date.parse('2026-12-25T23:00Z'));
  });

  it.each<{ case: string; holidays: NonNullable<WrittenSchedule['holidays']>; path: string; says: string }>([
    {
      case: 'one date twice in one list',
      holidays: [
        { name: 'Christmas Day', date: '2026-12-25' },
        { name: 'Boxing Day', date: '2026-12-25' },
      ],
      path: 'schedules.office.holidays[1].date',
      says: '2026-12-25 is there already, as "Christmas Day" (schedules.office.holidays[0])',
    },
    {
      case: 'one date in two lists, with other hours',
      holidays: ['bank', { name: 'Christmas Eve', date: '2026-12-24', hours: noon }],
      path: 'holidayLists.bank[0].date',
      says: 'as "Christmas Eve" (schedules.office.holidays[1])',
    },
    {
      case: 'one day of the year twice in one list',
      holidays: [
        { name: 'Christmas Day', every: '12-25' },
        { name: 'Christmas', every: '12-25' },
      ],
      path: 'schedules.office.holidays[1].every',
      says: '12-25 is there already',
    },
    {
      case: 'two of every year that meet, with other hours',
      holidays: [
        { name: 'Thanksgiving', every: '4th thu of nov' },
        { name: 'Founders Day', every: '11-26', hours: noon },
      ],
      path: 'schedules.office.holidays[1].every',
      says: 'falls on 2026-11-26, as "Thanksgiving" (schedules.office.holidays[0]) does, with other hours',
    },
  ])('are refused when the day is not clear: $case', ({ holidays, path, says }) => {
    const compiled = compileWith(holidays, { bank: [{ name: 'Christmas Eve', date: '2026-12-24' }] });

    expect(codes(compiled)).toEqual([`holiday-twice ${path}`]);
    expect(compiled.findings.map(({ message }) => message).join()).toContain(says);
  });

  it.each<{ case: string; holidays: NonNullable<WrittenSchedule['holidays']> }>([
    { case: 'the same date in two lists', holidays: ['bank', { name: 'Eve', date: '2026-12-24' }] },
    {
      case: 'the same date in two lists, with the same hours in another order',
      holidays: ['bank', { name: 'Fair', date: '2026-06-02', hours: ['14:00-15:00', '09:00-10:00'] }],
    },
    {
      case: 'observed days that meet, both closed',
      // 25 December 2027 is a Saturday, the 26th a Sunday.
      holidays: [
        { name: 'Christmas Day', every: '12-25' },
        { name: 'Boxing Day', every: '12-26', observed: 'sunday-to-monday' },
        { name: 'Third Day', every: '12-27' },
      ],
    },
    {
      case: 'a date that says what to do when two of every year meet',
      holidays: [
        { name: 'Thanksgiving', every: '4th thu of nov' },
        { name: 'Founders Day', every: '11-26', hours: noon },
        { name: 'Both', date: '2026-11-26', hours: noon },
      ],
    },
  ])('may share a day: $case', ({ holidays }) => {
    const compiled = compileWith(holidays, {
      bank: [
        { name: 'Christmas Eve', date: '2026-12-24' },
        { name: 'Fair', date: '2026-06-02', hours: ['09:00-10:00', '14:00-15:00'] },
      ],
    });

    expect(codes(compiled)).toEqual([]);
  });

  it('that no year has are refused', () => {
    const compiled = compileWith([{ name: 'Never', every: '02-30' }]);

    expect(codes(compiled)).toEqual(['holiday-never schedules.office.holidays[0].every']);
  });

  it('that only leap years have are noted', () => {
    const compiled = compileWith([{ name: 'Leap Day', every: '02-29' }]);

    expect(codes(compiled)).toEqual(['holiday-leap-day schedules.office.holidays[0].every']);
  });

  it('from a list that there is not are refused, with the nearest name', () => {
    const compiled = compileWith(['us-bank'], { 'us-banks': ['federel'], federal: [{ name: 'Fair', every: '06-02' }] });

    expect(compiled.findings.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'holidayLists.us-banks[0] "federel" is not a holiday list of this file – did you mean "federal"?',
      'schedules.office.holidays[0] "us-bank" is not a holiday list of this file – did you mean "us-banks"?',
    ]);
  });

  it('from lists that take each other in are refused, and the whole round is named once', () => {
    const compiled = compileWith(['a'], { x: ['c'], a: ['b'], b: ['c'], c: ['a'] });

    expect(compiled.findings.map(({ code, path, message }) => `${code} ${path} ${message}`)).toEqual([
      'holiday-cycle holidayLists.c takes itself in: c → a → b → c: take one of these names out',
    ]);
  });
});
