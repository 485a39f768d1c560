import { parseDay } from '../../../../../console/routing/compile/schedule/calendar-day.ts';
import {
  effectiveSchedule,
  isOpenAt,
  nextSpecialDays,
} from '../../../../../console/web/routing/schedules/effective-schedule.ts';
import { drawnSpan, formatHours, spansOf, withSpan } from '../../../../../console/web/routing/schedules/spans.ts';
import { wallTime } from '../../../../../console/web/routing/schedules/wall-time.ts';
import { daysOf, hoursOfText, lineOfDay, weeklyOf } from '../../../../../console/web/routing/schedules/week.ts';

describe('a week of opening hours', () => {
  it('is written in as few lines as say it', () => {
    const days = daysOf({ 'mon-wed': ['09:00-17:00'], thu: ['09:00-17:00'], sat: ['10:00-14:00'] });

    expect(weeklyOf(days)).toEqual({ 'mon-thu': ['09:00-17:00'], sat: ['10:00-14:00'] });
  });

  it('reads lines that go over the end of the week', () => {
    const weekly = { 'sat-mon': ['10:00-12:00'] };

    expect(daysOf(weekly).map((hours) => hours.length)).toEqual([1, 0, 0, 0, 0, 1, 1]);
    expect(lineOfDay(weekly, 0)).toBe('sat-mon');
  });

  it('takes hours as they are typed', () => {
    expect(hoursOfText(' 09:00 – 12:00, 13:00-17:00 ')).toEqual(['09:00-12:00', '13:00-17:00']);
    expect(hoursOfText('  ')).toEqual([]);
  });

  it('draws what goes on after midnight on the next day', () => {
    const rows = spansOf(daysOf({ sun: ['22:00-02:00'] }));

    expect(rows[6]).toEqual([{ from: 1320, until: 1440, day: 6, index: 0, text: '22:00-02:00' }]);
    expect(rows[0]).toEqual([{ from: 0, until: 120, day: 6, index: 0, text: '22:00-02:00' }]);
  });

  it('makes hours of what is drawn: to quarters of an hour, and an hour of a click', () => {
    expect(formatHours(drawnSpan(0.5, 0.3752))).toBe('09:00-12:00');
    expect(formatHours(drawnSpan(0.395, 0.395))).toBe('09:00-10:00');
    expect(formatHours(drawnSpan(1, 1))).toBe('23:00-24:00');
  });

  it('joins hours that overlap or touch', () => {
    expect(withSpan(['09:00-12:00', '14:00-17:00'], { opens: 720, closes: 840 })).toEqual(['09:00-17:00']);
  });
});

describe('what a schedule comes to', () => {
  const table = {
    holidayLists: {
      federal: [
        { name: 'Christmas Day', every: '12-25', observed: 'nearest-weekday' as const },
        { name: 'Thanksgiving Day', every: '4th thu of nov' },
      ],
    },
    schedules: {
      branch: {
        timeZone: 'America/Los_Angeles',
        weekly: { 'mon-fri': ['09:00-17:00'], fri: ['20:00-01:00'] },
        holidays: ['federal', { name: 'Half day', date: '2027-12-24', hours: ['09:00-12:00'] }],
      },
      east: {
        like: 'branch',
        timeZone: 'America/New_York',
        overrides: [{ name: 'Stocktaking', from: '2027-01-04', to: '2027-01-05', hours: [] }],
      },
      loop: { like: 'loop' },
    },
  };

  it('has what it does not say from the schedule that it is like', () => {
    const east = effectiveSchedule('east', table);

    expect(east.timeZone).toBe('America/New_York');
    expect(east.week[0]).toEqual(['09:00-17:00']);
    expect(east.holidays.map(({ name }) => name)).toEqual(['Christmas Day', 'Thanksgiving Day', 'Half day']);
  });

  it('lists the next special days, a date before what comes every year', () => {
    const days = nextSpecialDays(effectiveSchedule('east', table), parseDay('2026-11-21'), 5);

    expect(days.map(({ because }) => because.name)).toEqual([
      'Thanksgiving Day',
      'Christmas Day',
      'Stocktaking',
      'Stocktaking',
      'Thanksgiving Day',
    ]);
    // 25 December 2027 is a Saturday, kept on the 24th, which has a date of its own.
    expect(nextSpecialDays(effectiveSchedule('branch', table), parseDay('2027-12-01'), 1)[0]).toMatchObject({
      because: { name: 'Half day' },
      hours: ['09:00-12:00'],
    });
  });

  it('is open after midnight by the hours of the day before', () => {
    const branch = effectiveSchedule('branch', table);

    expect(isOpenAt(branch, parseDay('2026-11-21'), 59)).toBe(true);
    expect(isOpenAt(branch, parseDay('2026-11-21'), 60)).toBe(false);
    expect(isOpenAt(branch, parseDay('2026-11-26'), 600)).toBe(false);
  });

  it('ends where it leads back to itself', () => {
    expect(effectiveSchedule('loop', table)).toEqual({ week: daysOf({}), holidays: [], overrides: [] });
  });

  it('knows what the clock on the wall shows', () => {
    const now = Date.UTC(2026, 10, 22, 4, 5);

    expect(wallTime(now, 'America/Los_Angeles')).toEqual({ day: parseDay('2026-11-21'), minutes: 1205, text: '20:05' });
    expect(wallTime(now, 'Mars/Olympus')).toBeUndefined();
  });
});
