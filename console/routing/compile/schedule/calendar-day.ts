import type { Brand } from '../../../../shared/domain/brand.ts';

/** A day of the calendar, wherever it is: days since 1970-01-01, so that days are counted and compared as numbers. */
export type CalendarDay = Brand<number, 'CalendarDay'>;

export const dayMs = 86_400_000;

/** @param text "2026-12-25", a date that exists. */
export function parseDay(text: string): CalendarDay {
  return dayContaining(Date.parse(`${text}T00:00Z`));
}

/** "2026-12-25". */
export function formatDay(day: CalendarDay): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day that a clock shows. @param wallMs Milliseconds from 1970-01-01T00:00 by that clock. */
export function dayContaining(wallMs: number): CalendarDay {
  return Math.floor(wallMs / dayMs) as CalendarDay;
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return (day + days) as CalendarDay;
}

/** 0 is Monday, as in ISO 8601. 1970-01-01 was a Thursday. */
export function weekdayOf(day: CalendarDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function yearOf(day: CalendarDay): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** The date of that year, when the year has it. @param month From 1. */
export function dayOfYear(year: number, month: number, dayOfMonth: number): CalendarDay | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return date.getUTCMonth() === month - 1 ? dayContaining(date.getTime()) : undefined;
}

/** The same date in another year; 29 February becomes the 28th where there is none. */
export function inYear(day: CalendarDay, year: number): CalendarDay {
  const date = new Date(day * dayMs);
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return dayOfYear(year, month, dayOfMonth) ?? dayContaining(Date.UTC(year, month - 1, dayOfMonth - 1));
}
