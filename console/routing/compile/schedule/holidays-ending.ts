import { describePath, type FilePath, type FindingList } from '../../findings.ts';
import { dayMs, formatDay, inYear, yearOf, type CalendarDay } from './calendar-day.ts';
import type { DatedHoliday, Holiday } from './holidays.ts';
import type { Opening } from './openings.ts';
import { firstShown, type WallClock } from './wall-clock.ts';
import { witnessAt } from './witness.ts';

const noticeDays = 90;
/** When callers would ring a place that should be closed. */
const morningMs = 9 * 3_600_000;

/** What is known of a schedule that takes holidays. */
export interface HolidayKeeper {
  readonly holidays: readonly Holiday[];
  readonly today: CalendarDay;
  readonly openings: readonly Opening[];
  readonly clock: WallClock;
}

/** Warns of dated holidays that run out: once for each list that ends, however many schedules take it. */
export function adviseOnEndingHolidays(keepers: readonly HolidayKeeper[], findings: FindingList): void {
  const ending = new Map<string, { readonly keeper: HolidayKeeper; readonly last: DatedHoliday; count: number }>();
  for (const keeper of keepers) {
    const last = datedLastFirst(keeper.holidays)[0];
    if (last === undefined || last.day - keeper.today >= noticeDays) continue;
    const list = describePath(last.listPath);
    const same = ending.get(list);
    if (same === undefined) ending.set(list, { keeper, last, count: 1 });
    else same.count += 1;
  }
  for (const { keeper, last, count } of ending.values()) report(keeper, last, { count, findings });
}

function report(
  keeper: HolidayKeeper,
  last: DatedHoliday,
  { count, findings }: { readonly count: number; readonly findings: FindingList },
): void {
  const path: FilePath = last.listPath;
  const whose = count === 1 ? '' : ` for ${count} schedules`;
  findings.warning(
    'holidays-ending',
    path,
    `holiday list ${when(last.day - keeper.today)} (last: ${last.name} ${formatDay(last.day)})${whose}: add next year's, or use every:`,
    { witness: witnessAt(openOnNextHoliday(keeper, last)) },
  );
}

/** A moment when the schedule is open although it was a holiday the year before; the last holiday's morning, if there is none. */
function openOnNextHoliday({ holidays, today, openings, clock }: HolidayKeeper, last: DatedHoliday): number {
  for (const { day } of datedLastFirst(holidays)) {
    const next = nextDate(day, today);
    const midnight = next * dayMs;
    const [begins, ends] = [firstShown(midnight, clock), firstShown(midnight + dayMs, clock)];
    const morning = firstShown(midnight + morningMs, clock);
    if (openings.some(({ opens, closes }) => opens <= morning && morning < closes)) return morning;
    const that = openings.find(({ opens, closes }) => opens < ends && closes > begins);
    if (that !== undefined) return Math.max(that.opens, begins);
  }
  return firstShown(nextDate(last.day, today) * dayMs + morningMs, clock);
}

/** The same date in the first later year that is still to come. */
function nextDate(day: CalendarDay, today: CalendarDay): CalendarDay {
  const next = inYear(day, Math.max(yearOf(day) + 1, yearOf(today)));
  return next < today ? inYear(day, yearOf(today) + 1) : next;
}

function datedLastFirst(holidays: readonly Holiday[]): DatedHoliday[] {
  return holidays.filter((holiday) => holiday.kind === 'dated').toSorted((a, b) => b.day - a.day);
}

function when(days: number): string {
  if (days === 0) return 'ends today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `ends in ${count}` : `ended ${count} ago`;
}
