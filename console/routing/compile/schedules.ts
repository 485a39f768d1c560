import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { alwaysOpen } from '../../../shared/contracts/table-file/schedules.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import type { FilePath, FindingList } from '../findings.ts';
import { weekdayOf } from './schedule/calendar-day.ts';
import { adviseOnClocks } from './schedule/clock-advice.ts';
import { createSpanOf, holidaySpan, type CompiledSpan } from './schedule/compiled-span.ts';
import { readHolidayLists } from './schedule/holiday-lists.ts';
import { adviseOnEndingHolidays, type HolidayKeeper } from './schedule/holidays-ending.ts';
import { resolveLikeness } from './schedule/inheritance.ts';
import { compileOpenings, type Opening } from './schedule/openings.ts';
import { checkPastOverrides } from './schedule/overrides.ts';
import { witnessAt } from './schedule/witness.ts';
import { readSchedule, type WrittenSchedule } from './schedule/written-schedule.ts';

interface SchedulesScope {
  readonly now: EpochMs;
  readonly findings: FindingList;
}

type WholeSchedule = Required<Pick<WrittenSchedule, 'timeZone' | 'week'>> & WrittenSchedule;

/**
 * Opening hours of 18 months from `now`, in UTC. Takes the whole file, for schedules take holidays from its
 * holiday lists. Schedules that cannot be told, of which the findings have an error, are closed.
 */
export function compileSchedules(
  { schedules, holidayLists }: Pick<RoutingTableFile, 'schedules' | 'holidayLists'>,
  { now, findings }: SchedulesScope,
): Schedule[] {
  const lists = readHolidayLists(holidayLists, findings);
  const span = holidaySpan(now);
  const written = new Map(
    Object.entries(schedules).map(([id, schedule]) => [id, readSchedule(id, schedule, { lists, span, findings })]),
  );
  const inherited = new Map<string, WrittenSchedule>();
  // What is given nearest counts.
  for (const [id, like] of resolveLikeness(schedules, findings))
    inherited.set(id, { ...(like === undefined ? {} : inherited.get(like)), ...written.get(id) });
  const spanOf = createSpanOf(now);
  const keepers: HolidayKeeper[] = [];

  const compiled = Object.keys(schedules).map((id): Schedule => {
    const path = ['schedules', id];
    if (id === alwaysOpen)
      findings.error('schedule-id-reserved', path, `"${alwaysOpen}" is open without being defined: choose another id`);
    const whole = wholeOf(inherited.get(id) ?? {});
    if (whole === undefined) return { id, opensAt: [], closesAt: [], compiledUntil: spanOf('UTC').until };

    const compiledSpan = spanOf(whole.timeZone);
    const openings = openingsOf(whole, compiledSpan, { path, now, findings });
    checkPastOverrides(written.get(id)?.overrides ?? [], compiledSpan.today, findings);
    keepers.push({ holidays: whole.holidays?.all ?? [], openings, ...compiledSpan });
    return {
      id,
      opensAt: openings.map(({ opens }) => epochMs(opens)),
      closesAt: openings.map(({ closes }) => epochMs(closes)),
      compiledUntil: compiledSpan.until,
    };
  });
  adviseOnEndingHolidays(keepers, findings);
  return compiled;
}

/** None where neither the schedule nor what it is like gives the hours. */
function wholeOf(schedule: WrittenSchedule): WholeSchedule | undefined {
  const { timeZone, week } = schedule;
  return timeZone === undefined || week === undefined ? undefined : { ...schedule, timeZone, week };
}

/** An override beats a holiday, a holiday beats the week. */
function openingsOf(
  { week, holidays, overrides = [] }: WholeSchedule,
  { clock, days, until }: CompiledSpan,
  { path, now, findings }: SchedulesScope & { readonly path: FilePath },
): readonly Opening[] {
  const { openings, oddHours } = compileOpenings(
    (day) =>
      overrides.find(({ from, to }) => from <= day && day <= to)?.hours ??
      holidays?.calendar.get(day)?.hours ??
      week[weekdayOf(day)] ??
      [],
    clock,
    days,
  );
  adviseOnClocks(
    oddHours.filter(({ showing }) => showing.change.at >= now && showing.change.at < until),
    path,
    findings,
  );
  const compiled = openings
    .filter(({ opens }) => opens < until)
    .map(({ opens, closes }) => ({ opens, closes: Math.min(closes, until) }));
  if (!compiled.some(({ closes }) => closes > now))
    findings.warning(
      'schedule-always-closed',
      path,
      `is never open in the 18 months that are compiled: give it hours under weekly, or remove it`,
      { witness: witnessAt(now) },
    );
  return compiled;
}
