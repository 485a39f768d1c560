import type { FileHoliday } from '../../../../shared/contracts/table-file/schedules.ts';
import type { FilePath, FindingList } from '../../findings.ts';
import { parseDay, type CalendarDay } from './calendar-day.ts';
import { parseHours, type Hours } from './hours.ts';
import { everComes, isLeapDay, parseRecurrence, type Observance, type Recurrence } from './recurrence.ts';

interface HolidayBase {
  readonly name: string;
  /** None: closed. */
  readonly hours: readonly Hours[];
  /** The list that it is written in. */
  readonly listPath: FilePath;
  readonly path: FilePath;
}

/** A holiday on one date. */
export interface DatedHoliday extends HolidayBase {
  readonly kind: 'dated';
  readonly day: CalendarDay;
}

/** A holiday of every year. */
export interface YearlyHoliday extends HolidayBase {
  readonly kind: 'yearly';
  /** As written: "4th thu of nov". */
  readonly every: string;
  readonly recurrence: Recurrence;
  readonly observance: Observance;
}

export type Holiday = DatedHoliday | YearlyHoliday;

/** One holiday as written at that place; days that no year has are reported and left out. */
export function compileHoliday(
  { name, date, every, observed = 'as-is', hours }: FileHoliday,
  {
    listPath,
    index,
    findings,
  }: { readonly listPath: FilePath; readonly index: number; readonly findings: FindingList },
): Holiday | undefined {
  const path = [...listPath, index];
  const base = { name, hours: hours.map(parseHours), listPath, path };
  if (date !== undefined) return { ...base, kind: 'dated', day: parseDay(date) };
  if (every === undefined) throw new TypeError('the file schema let a holiday through that has neither date nor every');

  const recurrence = parseRecurrence(every);
  if (!everComes(recurrence)) {
    findings.error('holiday-never', [...path, 'every'], `${every} is a date that no year has: correct the day`);
    return undefined;
  }
  if (isLeapDay(recurrence))
    findings.note(
      'holiday-leap-day',
      [...path, 'every'],
      `${every} comes in leap years only: in other years nothing is different on 28 February or 1 March`,
    );
  return { ...base, kind: 'yearly', every, recurrence, observance: observed };
}
