import type { LiveCall } from '../../../shared/contracts/desk-api.ts';
import { endingWords, endingTones } from './words.ts';
import { durationWords } from '../ui/duration.ts';

export const liveStates = ['beginning', 'ringing', 'talking', 'ended', 'unknown'] as const;
/** `beginning`: nobody is tried yet; `unknown`: there are no records to tell by. */
export type LiveState = (typeof liveStates)[number];

export interface CallNow {
  readonly state: LiveState;
  /** "ringing", "talking", or how it ended. */
  readonly words: string;
  readonly tone: 'neutral' | 'good' | 'warning' | 'error' | 'info';
  /** How long it has been so, or how long the call lasted; in milliseconds. Absent: nobody knows. */
  readonly forMs?: number;
}

/** How it is with a call. @param now by the service's clock, in milliseconds since 1970. */
export function callNow({ startedAt, summary }: Pick<LiveCall, 'startedAt' | 'summary'>, now: number): CallNow {
  if (summary === undefined) return { state: 'unknown', words: 'not recorded', tone: 'neutral' };
  const { ending, endedAt } = summary;
  if (ending !== 'underWay') {
    const lasted = endedAt === undefined ? undefined : Date.parse(endedAt) - Date.parse(startedAt);
    return { state: 'ended', words: endingWords[ending], tone: endingTones[ending], ...span(lasted) };
  }
  const attempt = summary.attempts.at(-1);
  if (attempt?.outcome === 'answered') {
    const since = attempt.beganAt === undefined ? undefined : Date.parse(attempt.beganAt) + (attempt.rangMs ?? 0);
    return { state: 'talking', words: 'talking', tone: 'good', ...span(since === undefined ? undefined : now - since) };
  }
  if (attempt !== undefined && attempt.outcome === undefined) {
    const since = attempt.beganAt === undefined ? undefined : now - Date.parse(attempt.beganAt);
    return { state: 'ringing', words: 'ringing', tone: 'info', ...span(since) };
  }
  return { state: 'beginning', words: 'being routed', tone: 'info', ...span(now - Date.parse(startedAt)) };
}

/** "talking for 1 min 5 s", "answered, 2 min". */
export function callNowWords({ state, words, forMs }: CallNow): string {
  if (forMs === undefined) return words;
  // Whole seconds: they are counted while one looks.
  const length = durationWords(Math.floor(forMs / 1000) * 1000).replace(/^0 ms$/, '0 s');
  return state === 'ended' ? `${words}, ${length}` : `${words} for ${length}`;
}

/** Two clocks: what would be less than nothing is nothing. */
function span(ms: number | undefined): Pick<CallNow, 'forMs'> {
  return ms === undefined || Number.isNaN(ms) ? {} : { forMs: Math.max(0, ms) };
}
