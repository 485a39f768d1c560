import {
  addDays,
  parseDay,
  weekdayOf,
  yearOf,
  type CalendarDay,
} from '../../../routing/compile/schedule/calendar-day.ts';
import { dayMinutes, parseHours } from '../../../routing/compile/schedule/hours.ts';
import { observedOn, parseRecurrence, recurrenceIn } from '../../../routing/compile/schedule/recurrence.ts';
import type { TableFile } from '../../workbench/draft-desk.ts';
import type { Holiday, Override, Schedule } from '../table-parts.ts';
import { daysOf, type Days } from './week.ts';

/** What a schedule comes to, with what it has from the one that it is like and from lists of holidays. */
export interface EffectiveSchedule {
  readonly timeZone?: string;
  readonly week: Days;
  readonly holidays: readonly Holiday[];
  readonly overrides: readonly Override[];
}

type Definitions = Pick<TableFile, 'schedules' | 'holidayLists'>;

/** Likeness and lists that lead back to themselves end there: findings say so elsewhere. */
export function effectiveSchedule(id: string, table: Definitions): EffectiveSchedule {
  const line: Schedule[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = line.at(-1)?.like) {
    const schedule: Schedule | undefined = table.schedules?.[next];
    if (schedule === undefined) break;
    seen.add(next);
    line.push(schedule);
  }
  const timeZone = line.find((each) => each.timeZone !== undefined)?.timeZone;
  return {
    ...(timeZone === undefined ? {} : { timeZone }),
    week: daysOf(line.find(({ weekly }) => weekly !== undefined)?.weekly ?? {}),
    holidays: gather(line.find(({ holidays }) => holidays !== undefined)?.holidays ?? [], table, new Set()),
    overrides: line.find(({ overrides }) => overrides !== undefined)?.overrides ?? [],
  };
}

function gather(holidays: readonly (Holiday | string)[], table: Definitions, seen: Set<string>): readonly Holiday[] {
  return holidays.flatMap((each) => {
    if (typeof each !== 'string') return [each];
    if (seen.has(each)) return [];
    seen.add(each);
    return gather(table.holidayLists?.[each] ?? [], table, seen);
  });
}

/** What is kept on a day: its hours, and why they are not those of the week. */
export interface DayPlan {
  readonly hours: readonly string[];
  readonly because?: { readonly kind: 'holiday' | 'override'; readonly name: string };
}

/** Overrides beat holidays, dated holidays those of every year, and all of them the week. */
export function planOf(day: CalendarDay, { week, holidays, overrides }: EffectiveSchedule): DayPlan {
  const override = overrides.find(({ from, to }) => day >= parseDay(from) && day <= parseDay(to ?? from));
  if (override !== undefined) return { hours: override.hours, because: { kind: 'override', name: override.name } };
  const holiday =
    holidays.find(({ date }) => date !== undefined && parseDay(date) === day) ??
    holidays.find((each) => isKept(each, day));
  if (holiday !== undefined) return { hours: holiday.hours ?? [], because: { kind: 'holiday', name: holiday.name } };
  return { hours: week[weekdayOf(day)] ?? [] };
}

/** An observed day may lie in the year before or after. */
function isKept({ every, observed = 'as-is' }: Holiday, day: CalendarDay): boolean {
  if (every === undefined) return false;
  const recurrence = parseRecurrence(every);
  return [-1, 0, 1].some((years) => {
    const kept = recurrenceIn(yearOf(day) + years, recurrence);
    return kept !== undefined && observedOn(kept, observed) === day;
  });
}

export interface SpecialDay extends DayPlan {
  readonly day: CalendarDay;
  readonly because: NonNullable<DayPlan['because']>;
}

/** As far as schedules are compiled: a day beyond is of no use to anybody yet. */
const daysAhead = 550;

/** The next days that differ from the week, from `today` on. */
export function nextSpecialDays(schedule: EffectiveSchedule, today: CalendarDay, most: number): readonly SpecialDay[] {
  const found: SpecialDay[] = [];
  for (let ahead = 0; ahead < daysAhead && found.length < most; ahead += 1) {
    const day = addDays(today, ahead);
    const { hours, because } = planOf(day, schedule);
    if (because !== undefined) found.push({ day, hours, because });
  }
  return found;
}

/** Whether it is open at a time that its clock shows. @param minutes Of the day. */
export function isOpenAt(schedule: EffectiveSchedule, day: CalendarDay, minutes: number): boolean {
  const covers = (each: CalendarDay, minute: number): boolean =>
    planOf(each, schedule).hours.some((text) => {
      const { opens, closes } = parseHours(text);
      return minute >= opens && minute < closes;
    });
  return covers(day, minutes) || covers(addDays(day, -1), minutes + dayMinutes);
}
