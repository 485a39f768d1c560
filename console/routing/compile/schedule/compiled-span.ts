import { Temporal } from 'temporal-polyfill';
import { epochMs, type EpochMs } from '../../../../shared/domain/time.ts';
import { addDays, dayContaining, type CalendarDay } from './calendar-day.ts';
import type { DaySpan } from './holiday-calendar.ts';
import { readWallClock, shownAt, type WallClock } from './wall-clock.ts';

const monthsCompiled = 18;
const marginMs = 3 * 86_400_000;

/** What is compiled of schedules in one time zone. */
export interface CompiledSpan {
  readonly clock: WallClock;
  readonly today: CalendarDay;
  /** From yesterday, whose hours may end today, to the day on which it ends. */
  readonly days: DaySpan;
  readonly until: EpochMs;
}

/** 18 months from `now` by the clocks of a zone, an IANA name; each zone is looked up once. */
export function createSpanOf(now: EpochMs): (timeZone: string) => CompiledSpan {
  const spans = new Map<string, CompiledSpan>();
  return (timeZone) => {
    const span = spans.get(timeZone) ?? readSpan(timeZone, now);
    spans.set(timeZone, span);
    return span;
  };
}

function readSpan(timeZone: string, now: EpochMs): CompiledSpan {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const until = start.add({ months: monthsCompiled }).epochMilliseconds;
  // A margin, because hours of the first and last days reach out of the span.
  const clock = readWallClock(timeZone, { from: now - marginMs, until: until + marginMs });
  const today = dayContaining(shownAt(now, clock));
  const days = { first: addDays(today, -1), last: dayContaining(shownAt(until, clock)) };
  return { clock, today, days, until: epochMs(until) };
}

/** Days that the compiled span of any time zone lies in: somewhere it is tomorrow, somewhere yesterday still. */
export function holidaySpan(now: EpochMs): DaySpan {
  const today = dayContaining(now);
  return { first: addDays(today, -3), last: addDays(today, monthsCompiled * 31 + 3) };
}
