import { Temporal } from 'temporal-polyfill';

/** Hours by the clock on the wall. */
export interface Hours {
  /** "HH:MM". */
  readonly opens: string;
  /** "HH:MM". */
  readonly closes: string;
  /** Closes on the day after. */
  readonly overnight: boolean;
}

export interface WallClock {
  /** IANA name. */
  readonly timeZone: string;
  /** Which one is meant when clocks go back and show the time twice. */
  readonly twice: 'first' | 'last';
}

/**
 * When the clock on the wall reaches that time on that date, in epoch milliseconds. A time that is skipped when
 * clocks go forward is reached at the moment they do.
 */
export function momentOf(date: Temporal.PlainDate, time: string, { timeZone, twice }: WallClock): number {
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: twice === 'first' ? 'earlier' : 'later' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // Skipped: an hour too early, the next change of the clocks is the one that skips it.
  const before = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return before.getTimeZoneTransition('next')?.epochMilliseconds ?? before.epochMilliseconds;
}
