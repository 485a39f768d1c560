import { Temporal } from 'temporal-polyfill';
import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { alwaysOpen, weekdays, type FileSchedule } from '../../../shared/contracts/table-file/schedules.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import type { FilePath, FindingList } from '../findings.ts';
import { momentOf, type Hours } from './wall-clock.ts';

const monthsCompiled = 18;

interface SchedulesScope {
  readonly now: EpochMs;
  readonly findings: FindingList;
}

/** Opening hours of 18 months from `now`, in UTC. */
export function compileSchedules(
  schedules: RoutingTableFile['schedules'],
  { now, findings }: SchedulesScope,
): Schedule[] {
  return Object.entries(schedules).map(([id, schedule]) => {
    const path = ['schedules', id];
    if (id === alwaysOpen)
      findings.error('schedule-id-reserved', path, `"${alwaysOpen}" is open without being defined: choose another id`);
    return { id, ...compileSchedule(schedule, path, { now, findings }) };
  });
}

function compileSchedule(
  schedule: FileSchedule,
  path: FilePath,
  { now, findings }: SchedulesScope,
): Omit<Schedule, 'id'> {
  const week = hoursByWeekday(schedule.weekly, path, findings);
  const holidays = hoursByHoliday(schedule, path, findings);
  const first = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(schedule.timeZone);
  const until = first.add({ months: monthsCompiled });

  const intervals: Interval[] = [];
  // From the day before: its hours may end today.
  for (
    let date = first.toPlainDate().subtract({ days: 1 });
    Temporal.PlainDate.compare(date, until) <= 0;
    date = date.add({ days: 1 })
  ) {
    for (const hours of holidays.get(date.toString()) ?? week[date.dayOfWeek - 1] ?? []) {
      const opens = momentOf(date, hours.opens, { timeZone: schedule.timeZone, twice: 'first' });
      const closes = momentOf(hours.overnight ? date.add({ days: 1 }) : date, hours.closes, {
        timeZone: schedule.timeZone,
        twice: 'last',
      });
      intervals.push({ opens, closes: Math.min(closes, until.epochMilliseconds) });
    }
  }
  const merged = merge(intervals);
  return {
    opensAt: merged.map(({ opens }) => epochMs(opens)),
    closesAt: merged.map(({ closes }) => epochMs(closes)),
    compiledUntil: epochMs(until.epochMilliseconds),
  };
}

interface Interval {
  readonly opens: number;
  readonly closes: number;
}

/** Ascending and apart: intervals that touch or overlap become one, empty ones vanish. */
function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.filter(({ opens, closes }) => opens < closes).toSorted((a, b) => a.opens - b.opens)) {
    const last = merged.at(-1);
    if (last === undefined || next.opens > last.closes) merged.push(next);
    else merged[merged.length - 1] = { opens: last.opens, closes: Math.max(last.closes, next.closes) };
  }
  return merged;
}

function hoursByWeekday(weekly: FileSchedule['weekly'], path: FilePath, findings: FindingList): (readonly Hours[])[] {
  const week: (readonly Hours[] | undefined)[] = weekdays.map(() => undefined);
  for (const [days, hours] of Object.entries(weekly)) {
    for (const day of weekdaysOf(days)) {
      if (week[day] !== undefined)
        findings.error(
          'day-twice',
          [...path, 'weekly', days],
          `has ${weekdays[day]}, which another line has too: give each day once`,
        );
      week[day] = hours.map(parseHours);
    }
  }
  return week.map((hours) => hours ?? []);
}

function hoursByHoliday(
  { holidays = [] }: FileSchedule,
  path: FilePath,
  findings: FindingList,
): Map<string, readonly Hours[]> {
  const byDate = new Map<string, readonly Hours[]>();
  for (const [index, { date, hours }] of holidays.entries()) {
    if (byDate.has(date))
      findings.error(
        'holiday-twice',
        [...path, 'holidays', index, 'date'],
        `${date} is there already: give each date once, with all its hours`,
      );
    byDate.set(date, hours.map(parseHours));
  }
  return byDate;
}

/** "fri-mon" goes over the end of the week. */
function weekdaysOf(days: string): number[] {
  const [from = 0, to = from] = days.split('-').map((day) => weekdays.findIndex((each) => each === day));
  const count = ((to - from + weekdays.length) % weekdays.length) + 1;
  return Array.from({ length: count }, (_, index) => (from + index) % weekdays.length);
}

function parseHours(text: string): Hours {
  const [opens = '', closes = ''] = text.split('-');
  // Fixed width, so text order is time order.
  return { opens, closes: closes === '24:00' ? '00:00' : closes, overnight: closes === '24:00' || closes < opens };
}
