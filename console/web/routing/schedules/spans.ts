import { dayMinutes, formatTime, parseHours, type Hours } from '../../../routing/compile/schedule/hours.ts';
import type { Days } from './week.ts';

/** What is drawn on the row of one day: minutes from its midnight. */
export interface Span {
  readonly from: number;
  /** 1440 at most: what goes on after midnight is drawn on the next day. */
  readonly until: number;
  /** The day whose hours these are, 0 for Monday; another than the row's when they began on the day before. */
  readonly day: number;
  /** Their index among the hours of that day. */
  readonly index: number;
  /** As written: "22:00-02:00". */
  readonly text: string;
}

const hoursPattern = /^\d\d:\d\d-\d\d:\d\d$/;

/** What is drawn on each of the seven rows. Hours that cannot be read are not drawn. */
export function spansOf(days: Days): readonly (readonly Span[])[] {
  const rows: Span[][] = days.map(() => []);
  for (const [day, hours] of days.entries())
    for (const [index, text] of hours.entries()) {
      if (!hoursPattern.test(text)) continue;
      const { opens, closes } = parseHours(text);
      rows[day]?.push({ from: opens, until: Math.min(closes, dayMinutes), day, index, text });
      if (closes > dayMinutes)
        rows[(day + 1) % days.length]?.push({ from: 0, until: closes - dayMinutes, day, index, text });
    }
  return rows;
}

/** Minutes: what is drawn by hand begins and ends at quarters of an hour. */
const grid = 15;
const shortest = 60;

/** What somebody has drawn, from where they pressed to where they let go, as parts of the day from 0 to 1. A click makes an hour. */
export function drawnSpan(pressed: number, released: number): Hours {
  const [first, last] = [Math.min(pressed, released), Math.max(pressed, released)].map((part) =>
    Math.min(Math.max(Math.round((part * dayMinutes) / grid) * grid, 0), dayMinutes),
  );
  if (first !== undefined && last !== undefined && first < last) return { opens: first, closes: last };
  const hour = Math.min(Math.floor((first ?? 0) / shortest) * shortest, dayMinutes - shortest);
  return { opens: hour, closes: hour + shortest };
}

/** The day's hours with these among them, in order; what overlaps or touches becomes one. */
export function withSpan(hours: readonly string[], added: Hours): string[] {
  const known = hours.filter((text) => hoursPattern.test(text)).map(parseHours);
  const merged: Hours[] = [];
  for (const next of [...known, added].toSorted((a, b) => a.opens - b.opens)) {
    const last = merged.at(-1);
    if (last === undefined || next.opens > last.closes) merged.push(next);
    else merged[merged.length - 1] = { opens: last.opens, closes: Math.max(last.closes, next.closes) };
  }
  return merged.map(formatHours);
}

/** "09:00-17:00"; the end of the day is 24:00. */
export function formatHours({ opens, closes }: Hours): string {
  return `${formatTime(opens)}-${closes === dayMinutes ? '24:00' : formatTime(closes)}`;
}
