import { Temporal } from 'temporal-polyfill';
import type { WrittenSchedule } from './schedules-fixture.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Written = Required<Pick<WrittenSchedule, 'timeZone' | 'weekly'>> & WrittenSchedule;

/** Whether a schedule is open, as a person would find out: look at the clock on the wall, then look the day up. Slow and simple. */
export function isOpenByTheWall(schedule: Written, epochMilliseconds: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(schedule.timeZone);
  const time = local.toPlainTime().toString().slice(0, 5);
  const today = local.toPlainDate();
  return (
    hoursOn(schedule, today).some(([opens, closes]) =>
      closes > opens ? opens <= time && time < closes : opens <= time,
    ) || hoursOn(schedule, today.subtract({ days: 1 })).some(([opens, closes]) => closes < opens && time < closes)
  );
}

function hoursOn({ weekly, holidays = [], overrides = [] }: Written, date: Temporal.PlainDate): [string, string][] {
  const iso = date.toString();
  const override = overrides.find(({ from, to = from }) => from <= iso && iso <= to);
  const written = holidays.flatMap((holiday) => (typeof holiday === 'string' ? [] : [holiday]));
  const holiday =
    written.find((each) => each.date === iso) ??
    written.find((each) => each.every !== undefined && isKept(each.every, each.observed ?? 'as-is', date));
  const ofTheWeek = weekly[days[date.dayOfWeek - 1] ?? ''] ?? [];
  const hours = override?.hours ?? (holiday === undefined ? ofTheWeek : (holiday.hours ?? []));
  return hours.map((text) => text.split('-') as [string, string]);
}

/** Looks at the day itself and its neighbours: would one of them be kept on this day? */
function isKept(every: string, observed: string, date: Temporal.PlainDate): boolean {
  return [-1, 0, 1].some((away) => {
    const original = date.add({ days: away });
    if (!fallsOn(every, original)) return false;
    const kept =
      observed !== 'as-is' && original.dayOfWeek === 7
        ? original.add({ days: 1 })
        : observed === 'nearest-weekday' && original.dayOfWeek === 6
          ? original.subtract({ days: 1 })
          : original;
    return kept.equals(date);
  });
}

function fallsOn(every: string, date: Temporal.PlainDate): boolean {
  const [which = '', day = '', , month = ''] = every.split(' ');
  if (day === '') return date.toString().endsWith(every);
  if (days[date.dayOfWeek - 1] !== day || months[date.month - 1] !== month) return false;
  return which === 'last' ? date.day + 7 > date.daysInMonth : Math.ceil(date.day / 7) === Number(which[0]);
}
