import { addDays, dayMs, type CalendarDay } from './calendar-day.ts';
import type { DaySpan } from './holiday-calendar.ts';
import { dayMinutes, type Hours } from './hours.ts';
import { whenShown, type Showing, type WallClock } from './wall-clock.ts';

/** Open from `opens` (inclusive) to `closes` (exclusive), in epoch milliseconds. */
export interface Opening {
  readonly opens: number;
  readonly closes: number;
}

/** An hour that the clocks skip or show twice when they change: what is compiled may not be what the reader expects. */
export interface OddHour {
  readonly edge: 'opens' | 'closes';
  /** The day that the hours belong to. */
  readonly day: CalendarDay;
  /** The hours that have it, and what became of them. */
  readonly hours: Hours;
  readonly opening: Opening;
  readonly showing: Exclude<Showing, { readonly kind: 'once' }>;
}

/** Hours of the days of a span, as moments: ascending and apart. */
export function compileOpenings(
  hoursOn: (day: CalendarDay) => readonly Hours[],
  clock: WallClock,
  span: DaySpan,
): { readonly openings: readonly Opening[]; readonly oddHours: readonly OddHour[] } {
  const openings: Opening[] = [];
  const oddHours: OddHour[] = [];
  for (let day = span.first; day <= span.last; day = addDays(day, 1)) {
    for (const hours of hoursOn(day)) {
      const opens = whenShown(wallMs(day, hours.opens), clock);
      const closes = whenShown(wallMs(day, hours.closes), clock);
      // The end of the day is where the next begins; any other hour that comes twice is open longer rather than shorter.
      const opening = { opens: firstOf(opens), closes: endsDay(hours) ? firstOf(closes) : lastOf(closes) };
      openings.push(opening);
      if (isOdd(opens) && hours.opens !== 0) oddHours.push({ edge: 'opens', day, hours, opening, showing: opens });
      if (isOdd(closes) && !endsDay(hours) && !closesOnTime(closes, wallMs(day, hours.closes)))
        oddHours.push({ edge: 'closes', day, hours, opening, showing: closes });
    }
  }
  return { openings: merge(openings), oddHours };
}

function wallMs(day: CalendarDay, minutes: number): number {
  return day * dayMs + minutes * 60_000;
}

function firstOf(showing: Showing): number {
  return showing.kind === 'twice' ? showing.first : showing.at;
}

function lastOf(showing: Showing): number {
  return showing.kind === 'twice' ? showing.last : showing.at;
}

function isOdd(showing: Showing): showing is Exclude<Showing, { readonly kind: 'once' }> {
  return showing.kind !== 'once';
}

function endsDay({ closes }: Hours): boolean {
  return closes % dayMinutes === 0;
}

/** Closing at 02:00 when clocks go from 02:00 to 03:00: not shown, but nobody waits a minute longer or less. */
function closesOnTime(showing: Showing, wall: number): boolean {
  return showing.kind === 'skipped' && wall - showing.change.before === showing.at;
}

/** Intervals that touch or overlap become one, empty ones vanish. */
function merge(openings: readonly Opening[]): Opening[] {
  const merged: Opening[] = [];
  for (const next of openings.filter(({ opens, closes }) => opens < closes).toSorted((a, b) => a.opens - b.opens)) {
    const last = merged.at(-1);
    if (last === undefined || next.opens > last.closes) merged.push(next);
    else merged[merged.length - 1] = { opens: last.opens, closes: Math.max(last.closes, next.closes) };
  }
  return merged;
}
