import { describePath, type FindingList } from '../../findings.ts';
import { formatDay, yearOf, type CalendarDay } from './calendar-day.ts';
import { sameHours } from './hours.ts';
import type { DatedHoliday, Holiday, YearlyHoliday } from './holidays.ts';
import { observedOn, recurrenceIn } from './recurrence.ts';

/** The holiday of each day that is one. */
export type HolidayCalendar = ReadonlyMap<CalendarDay, Holiday>;

/** Both included. */
export interface DaySpan {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/**
 * Holidays on the days of a span. A date beats what comes every year: that is how one year is made an exception of.
 * Two of a kind on one day are reported, unless they agree: lists overlap, and observed days may meet.
 */
export function compileHolidayCalendar(
  holidays: readonly Holiday[],
  span: DaySpan,
  findings: FindingList,
): HolidayCalendar {
  const dated = new Map<CalendarDay, DatedHoliday>();
  const yearly = new Map<CalendarDay, YearlyHoliday>();
  for (const holiday of holidays) if (holiday.kind === 'dated') addDated(holiday, dated, findings);
  for (const holiday of holidays) if (holiday.kind === 'yearly') addYearly(holiday, { yearly, dated, span }, findings);
  return new Map<CalendarDay, Holiday>([...yearly, ...dated]);
}

function addDated(holiday: DatedHoliday, dated: Map<CalendarDay, DatedHoliday>, findings: FindingList): void {
  const other = dated.get(holiday.day);
  if (other === undefined) dated.set(holiday.day, holiday);
  else if (inOneList(holiday, other) || !sameHours(holiday.hours, other.hours))
    findings.error(
      'holiday-twice',
      [...holiday.path, 'date'],
      `${formatDay(holiday.day)} is there already, as ${quoted(other)}: give each date once, with all its hours`,
    );
}

function addYearly(
  holiday: YearlyHoliday,
  {
    yearly,
    dated,
    span,
  }: { readonly yearly: Map<CalendarDay, YearlyHoliday>; readonly dated: HolidayCalendar; readonly span: DaySpan },
  findings: FindingList,
): void {
  // An observed day may lie in the year before or after.
  for (let year = yearOf(span.first) - 1; year <= yearOf(span.last) + 1; year += 1) {
    const day = recurrenceIn(year, holiday.recurrence);
    const kept = day === undefined ? undefined : observedOn(day, holiday.observance);
    if (kept === undefined || kept < span.first || kept > span.last) continue;
    const other = yearly.get(kept);
    if (other === undefined) yearly.set(kept, holiday);
    else if (inOneList(holiday, other) && holiday.every === other.every) {
      findings.error(
        'holiday-twice',
        [...holiday.path, 'every'],
        `${holiday.every} is there already, as ${quoted(other)}: give each day once, with all its hours`,
      );
      return;
    } else if (!dated.has(kept) && !sameHours(holiday.hours, other.hours)) {
      findings.error(
        'holiday-twice',
        [...holiday.path, 'every'],
        `falls on ${formatDay(kept)}, as ${quoted(other)} does, with other hours: say which by a holiday with date: ${formatDay(kept)}`,
      );
      return;
    }
  }
}

function inOneList(holiday: Holiday, other: Holiday): boolean {
  return describePath(holiday.listPath) === describePath(other.listPath);
}

/** `"Boxing Day"`, and where it is written. */
function quoted({ name, path }: Holiday): string {
  return `"${name}" (${describePath(path)})`;
}
