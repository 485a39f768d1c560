import { weekdays, type observances } from '../../../../shared/contracts/table-file/schedules.ts';
import { addDays, dayOfYear, weekdayOf, type CalendarDay } from './calendar-day.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ordinals = ['1st', '2nd', '3rd', '4th'];
const [saturday, sunday] = [5, 6];

/** A day that comes every year. Months are counted from 1, weekdays from 0 for Monday. */
export type Recurrence =
  | { readonly kind: 'date'; readonly month: number; readonly dayOfMonth: number }
  | {
      readonly kind: 'weekday';
      readonly which: 1 | 2 | 3 | 4 | 'last';
      readonly weekday: number;
      readonly month: number;
    };

export type Observance = (typeof observances)[number];

/** @param text "12-25", "4th thu of nov" or "last mon of may", as the file's schema lets through. */
export function parseRecurrence(text: string): Recurrence {
  const [which = '', weekday = '', , month = ''] = text.split(' ');
  if (weekday === '') {
    const [monthNumber = 0, dayOfMonth = 0] = text.split('-').map(Number);
    return { kind: 'date', month: monthNumber, dayOfMonth };
  }
  return {
    kind: 'weekday',
    which: which === 'last' ? which : ((ordinals.indexOf(which) + 1) as 1 | 2 | 3 | 4),
    weekday: weekdays.findIndex((each) => each === weekday),
    month: months.indexOf(month) + 1,
  };
}

/** The day in that year; none for 29 February in most. */
export function recurrenceIn(year: number, recurrence: Recurrence): CalendarDay | undefined {
  if (recurrence.kind === 'date') return dayOfYear(year, recurrence.month, recurrence.dayOfMonth);
  const { which, weekday, month } = recurrence;
  // The first of such weekdays not before this date: a month's last one is a week before the next month's first.
  const base =
    which === 'last' ? dayOfYear(year + Math.floor(month / 12), (month % 12) + 1, 1) : dayOfYear(year, month, 1);
  if (base === undefined) return undefined;
  const first = addDays(base, (weekday - weekdayOf(base) + 7) % 7);
  return addDays(first, which === 'last' ? -7 : (which - 1) * 7);
}

/** The day on which a holiday is kept; it may lie in the year before or after. */
export function observedOn(day: CalendarDay, observance: Observance): CalendarDay {
  const weekday = weekdayOf(day);
  if (weekday === sunday && observance !== 'as-is') return addDays(day, 1);
  if (weekday === saturday && observance === 'nearest-weekday') return addDays(day, -1);
  return day;
}

/** Whether any year has it: none has 30 February. */
export function everComes(recurrence: Recurrence): boolean {
  const leapYear = 2000;
  return recurrenceIn(leapYear, recurrence) !== undefined;
}

export function isLeapDay(recurrence: Recurrence): boolean {
  return recurrence.kind === 'date' && recurrence.month === 2 && recurrence.dayOfMonth === 29;
}
