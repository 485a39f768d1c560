/** The base timer values of RFC 3261 §17.1.1.1, Table 4, in milliseconds; all others derive from them. */
export interface SipTiming {
  /** Round-trip estimate, default 500. Timers A, E, G start with it; B, D, F, H, J, L, M are 64 times it. */
  readonly t1: number;
  /** Longest pause between retransmissions of a non-INVITE request or an INVITE response, default 4000. */
  readonly t2: number;
  /** How long a message may stay in the network, default 5000: timers I and K. */
  readonly t4: number;
  /** Timer B: how long an INVITE waits for any response at all; default 64·T1. */
  readonly timerB: number;
}

/** The given values, completed by the RFC's. */
export function sipTiming(given: Partial<SipTiming> = {}): SipTiming {
  const t1 = given.t1 ?? 500;
  return { t1, t2: given.t2 ?? 4000, t4: given.t4 ?? 5000, timerB: given.timerB ?? 64 * t1 };
}
