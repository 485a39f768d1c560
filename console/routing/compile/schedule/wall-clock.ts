import { Temporal } from 'temporal-polyfill';

/** The moment from which clocks of a zone show something else than before. Offsets: milliseconds that they are ahead of UTC. */
export interface ClockChange {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** What the clocks of one time zone show on a span of time: found once, so that hours are converted by plain arithmetic. */
export interface WallClock {
  /** Milliseconds ahead of UTC before the first change. */
  readonly firstOffset: number;
  /** Ascending. */
  readonly changes: readonly ClockChange[];
}

/** When a clock on the wall shows a time: mostly once. Epoch milliseconds. */
export type Showing =
  | { readonly kind: 'once'; readonly at: number }
  /** Clocks go forward over it: `at` is when they do. */
  | { readonly kind: 'skipped'; readonly at: number; readonly change: ClockChange }
  /** Clocks go back over it. */
  | { readonly kind: 'twice'; readonly first: number; readonly last: number; readonly change: ClockChange };

/** @param timeZone IANA name. @param span Epoch milliseconds; clocks are not known outside of it. */
export function readWallClock(timeZone: string, span: { readonly from: number; readonly until: number }): WallClock {
  let moment = Temporal.Instant.fromEpochMilliseconds(span.from).toZonedDateTimeISO(timeZone);
  const firstOffset = offsetOf(moment);
  const changes: ClockChange[] = [];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > span.until) return { firstOffset, changes };
    changes.push({ at: next.epochMilliseconds, before: offsetOf(moment), after: offsetOf(next) });
    moment = next;
  }
}

/** @param wallMs The time on the wall, in milliseconds from 1970-01-01T00:00 by the same clock. */
export function whenShown(wallMs: number, { firstOffset, changes }: WallClock): Showing {
  let offset = firstOffset;
  for (const change of changes) {
    const [before, after] = [wallMs - change.before, wallMs - change.after];
    if (before < change.at) {
      // Shown before this change; and once more after it, when clocks go back far enough.
      return after < change.at ? { kind: 'once', at: before } : { kind: 'twice', first: before, last: after, change };
    }
    if (after < change.at) return { kind: 'skipped', at: change.at, change };
    offset = change.after;
  }
  return { kind: 'once', at: wallMs - offset };
}

/** The first moment at which that time is shown; of a skipped one, when clocks go over it. @param wallMs As for `whenShown`. */
export function firstShown(wallMs: number, clock: WallClock): number {
  const showing = whenShown(wallMs, clock);
  return showing.kind === 'twice' ? showing.first : showing.at;
}

/** What the clock on the wall shows, in milliseconds from 1970-01-01T00:00 by the same clock. @param at Epoch milliseconds. */
export function shownAt(at: number, { firstOffset, changes }: WallClock): number {
  const change = changes.findLast((each) => each.at <= at);
  return at + (change === undefined ? firstOffset : change.after);
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return moment.offsetNanoseconds / 1e6;
}
