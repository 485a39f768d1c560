/** Key presses in RTP: the telephone-event payload of RFC 4733 §2.3. */
export interface TelephoneEvent {
  /** 0-9, *, #, A-D. */
  readonly digit: string;
  /** The key has been let go. */
  readonly end: boolean;
  /** How long the key has been down so far, in samples, 0 to 65,535. */
  readonly duration: number;
  /** Power of the tone as -dBm0, 0 to 63. */
  readonly volume: number;
}

/** In the order of their event codes, RFC 4733 §3.2: 0 to 15. */
const keys = '0123456789*#ABCD';

/** Whether every character is a key of a phone: 0-9, *, #, A-D. */
export function areKeys(text: string): boolean {
  return /^[0-9*#A-D]*$/.test(text);
}

/** Undefined when the payload is too short, or an event that is no key. Never throws. */
export function parseTelephoneEvent(payload: Uint8Array): TelephoneEvent | undefined {
  const [code, flags, high, low] = payload;
  if (code === undefined || flags === undefined || high === undefined || low === undefined) return undefined;
  const digit = keys[code];
  if (digit === undefined) return undefined;
  return { digit, end: (flags & 0x80) !== 0, volume: flags & 0x3f, duration: high * 256 + low };
}

/** @throws RangeError when `digit` is no key. */
export function buildTelephoneEvent({ digit, end, duration, volume }: TelephoneEvent): Uint8Array {
  const code = digit.length === 1 ? keys.indexOf(digit) : -1;
  if (code < 0) throw new RangeError(`not a key of a phone (0-9, *, #, A-D): ${JSON.stringify(digit)}`);
  return Uint8Array.of(code, (end ? 0x80 : 0) | (volume & 0x3f), (duration >> 8) & 0xff, duration & 0xff);
}
