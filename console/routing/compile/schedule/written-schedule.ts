import type { FileSchedule } from '../../../../shared/contracts/table-file/schedules.ts';
import type { FindingList } from '../../findings.ts';
import { compileHolidayCalendar, type DaySpan, type HolidayCalendar } from './holiday-calendar.ts';
import type { HolidayLists } from './holiday-lists.ts';
import type { Holiday } from './holidays.ts';
import { compileOverrides, type Override } from './overrides.ts';
import { compileWeek, type Week } from './week.ts';

/** The holidays of a schedule, as written and by day. */
export interface Holidays {
  readonly all: readonly Holiday[];
  readonly calendar: HolidayCalendar;
}

/** What one schedule says itself, before it is like another: read once, so that what is inherited is reported once. */
export interface WrittenSchedule {
  readonly timeZone?: string;
  readonly week?: Week;
  readonly holidays?: Holidays;
  readonly overrides?: readonly Override[];
}

interface WrittenScope {
  readonly lists: HolidayLists;
  /** Days that holidays are looked up for. */
  readonly span: DaySpan;
  readonly findings: FindingList;
}

export function readSchedule(
  id: string,
  { timeZone, weekly, holidays, overrides }: FileSchedule,
  { lists, span, findings }: WrittenScope,
): WrittenSchedule {
  const path = ['schedules', id];
  const gathered = holidays && lists.gather(holidays, [...path, 'holidays']);
  return {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(weekly === undefined ? {} : { week: compileWeek(weekly, path, findings) }),
    ...(gathered === undefined
      ? {}
      : { holidays: { all: gathered, calendar: compileHolidayCalendar(gathered, span, findings) } }),
    ...(overrides === undefined ? {} : { overrides: compileOverrides(overrides, path, findings) }),
  };
}
