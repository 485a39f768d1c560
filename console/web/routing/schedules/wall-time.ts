import { parseDay, type CalendarDay } from '../../../routing/compile/schedule/calendar-day.ts';

/** What the clock on the wall shows. */
export interface WallTime {
  readonly day: CalendarDay;
  /** Of the day. */
  readonly minutes: number;
  /** "14:05" */
  readonly text: string;
}

/** @param now Epoch milliseconds. @param timeZone IANA name. @returns undefined for a zone that is not known. */
export function wallTime(now: number, timeZone: string): WallTime | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
    const [hour = '', minute = ''] = [parts.get('hour'), parts.get('minute')];
    return {
      day: parseDay([parts.get('year'), parts.get('month'), parts.get('day')].join('-')),
      minutes: Number(hour) * 60 + Number(minute),
      text: `${hour}:${minute}`,
    };
  } catch {
    return undefined;
  }
}
