import { weekdays } from '../../../../shared/contracts/table-file/schedules.ts';
import type { Schedule } from '../table-parts.ts';

type Weekly = NonNullable<Schedule['weekly']>;
/** Hours of the seven days as the file writes them, Monday first; none: closed. */
export type Days = readonly (readonly string[])[];

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The hours of each day, whichever line of the week names it. */
export function daysOf(weekly: Weekly): Days {
  const days: (readonly string[])[] = weekdays.map(() => []);
  for (const [line, hours] of Object.entries(weekly)) for (const day of daysOfLine(line)) days[day] = hours;
  return days;
}

/** The line that has a day: "mon-fri" for 2. */
export function lineOfDay(weekly: Weekly, day: number): string | undefined {
  return Object.keys(weekly).find((line) => daysOfLine(line).includes(day));
}

/** As few lines as say it: neighbours with the same hours are one, days that are closed are left out. */
export function weeklyOf(days: Days): Weekly {
  const weekly: Record<string, string[]> = {};
  let first = 0;
  while (first < days.length) {
    const hours = days[first] ?? [];
    let last = first;
    while (last + 1 < days.length && same(days[last + 1] ?? [], hours)) last += 1;
    const [from = '', to = ''] = [weekdays[first], weekdays[last]];
    if (hours.length > 0) weekly[first === last ? from : `${from}-${to}`] = [...hours];
    first = last + 1;
  }
  return weekly;
}

/** As somebody types it: "09:00-12:00, 13:00-17:00"; nothing: closed. What is no hours is kept, for the schema to say so. */
export function hoursOfText(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((each) => each.replaceAll(/\s/g, '').replace('–', '-'))
    .filter(Boolean);
}

export function textOfHours(hours: readonly string[]): string {
  return hours.join(', ');
}

/** "fri-mon" goes over the end of the week. */
function daysOfLine(line: string): number[] {
  const [from = -1, to = from] = line.split('-').map((day) => weekdays.findIndex((each) => each === day));
  if (from < 0 || to < 0) return [];
  const count = ((to - from + weekdays.length) % weekdays.length) + 1;
  return Array.from({ length: count }, (_, index) => (from + index) % weekdays.length);
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}
