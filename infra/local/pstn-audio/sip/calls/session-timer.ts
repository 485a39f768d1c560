import { headerValue, headerValues } from '../message/headers.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import { TimerSet } from '../transactions/timer-set.ts';
import type { Refusal } from './admission.ts';
import type { CallCore } from './call-core.ts';

/** The shortest session interval, in seconds, that RFC 4028 §5 lets anyone ask for less of. */
const shortestInterval = 90;
/** The longest that we agree to, a day: §9 lets us shorten what is asked, and no timer here runs for weeks. */
const longestInterval = 86_400;

/** What was agreed about the life of a session (RFC 4028). */
export interface SessionInterval {
  readonly seconds: number;
  /** Whether the refreshing falls to us. */
  readonly weRefresh: boolean;
}

/** 422 for a request whose session interval is too short; undefined for any other (§9). */
export function intervalRefusal(request: SipRequest): Refusal | undefined {
  const asked = sessionExpires(request);
  return asked !== undefined && asked.seconds < shortestInterval && knowsTimer(request)
    ? { status: 422, headers: [{ name: 'Min-SE', value: String(shortestInterval) }] }
    : undefined;
}

/**
 * What our 200 to a request agrees to (§9, Table 2): the sender of the request refreshes unless it asked us to. Undefined
 * where no session timer runs: none was asked for, the other side knows none, or it asks us to refresh and takes no
 * UPDATE, which is the one way we would.
 */
export function agreedInterval(request: SipRequest): SessionInterval | undefined {
  const asked = sessionExpires(request);
  if (asked === undefined || !knowsTimer(request)) return undefined;
  const weRefresh = asked.refresher === 'uas';
  return weRefresh && !headerValues(request, 'Allow').includes('UPDATE')
    ? undefined
    : { seconds: Math.min(asked.seconds, longestInterval), weRefresh };
}

/** The headers that tell of it in the 200. */
export function intervalHeaders(interval: SessionInterval | undefined): SipHeader[] {
  if (interval === undefined) return [];
  const { seconds, weRefresh } = interval;
  return [
    // §9: who is to refresh must understand that it is.
    ...(weRefresh ? [] : [{ name: 'Require', value: 'timer' }]),
    { name: 'Session-Expires', value: `${seconds};refresher=${weRefresh ? 'uas' : 'uac'}` },
  ];
}

/** The headers of a refresh that we send: we are its client, so the refreshing stays with `uac` (§7.4). */
export function refreshHeaders(seconds: number): SipHeader[] {
  return [
    { name: 'Supported', value: 'timer' },
    { name: 'Session-Expires', value: `${seconds};refresher=uac` },
  ];
}

/** Runs while a session has an interval: asks for a refresh when it is ours to send, and tells when theirs stays away. */
export class SessionTimer {
  readonly #timers: TimerSet<'refresh' | 'expire'>;

  constructor(core: CallCore) {
    this.#timers = new TimerSet(core.timers);
  }

  /** Begins anew with what was agreed; without an interval nothing runs. */
  restart(interval: SessionInterval | undefined, actions: { refresh: () => void; expired: () => void }): void {
    this.stop();
    if (interval === undefined) return;
    const { seconds, weRefresh } = interval;
    if (weRefresh) this.#timers.start('refresh', (seconds / 2) * 1000, actions.refresh);
    // §10: the session is ended a little before the end of the interval.
    const margin = Math.min(32, seconds / 3);
    this.#timers.start('expire', (seconds - margin) * 1000, actions.expired);
  }

  stop(): void {
    this.#timers.stopAll();
  }
}

function sessionExpires(request: SipRequest): { seconds: number; refresher: string | undefined } | undefined {
  const [, delta, rest] = /^(\d{1,9})\s*(;.*)?$/su.exec(headerValue(request, 'Session-Expires') ?? '') ?? [];
  if (delta === undefined) return undefined;
  return { seconds: Number(delta), refresher: /;\s*refresher\s*=\s*(uac|uas)\b/i.exec(rest ?? '')?.[1]?.toLowerCase() };
}

function knowsTimer(request: SipRequest): boolean {
  return ['Supported', 'Require'].some((name) =>
    headerValues(request, name).some((tag) => tag.toLowerCase() === 'timer'),
  );
}
