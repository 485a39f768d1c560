import { parseTelephoneEvent } from './telephone-event.ts';

interface Press {
  readonly stream: object | undefined;
  readonly timestamp: number;
  readonly digit: string;
  readonly end: boolean;
  readonly duration: number;
}

/** Makes one digit out of the many packets of a key press, however many of them get lost or come twice. */
export class DigitReceiver {
  #last: Press | undefined;

  /** The digit when this packet is the first news of a key press. Another `stream` has another time. */
  accept(timestamp: number, payload: Uint8Array, stream?: object): string | undefined {
    const event = parseTelephoneEvent(payload);
    if (event === undefined) return undefined;
    const last = this.#last?.stream === stream ? this.#last : undefined;
    if (last !== undefined && !isLater(timestamp, last.timestamp)) {
      // Every packet of a press carries the timestamp of its start; a packet out of order may only have known less.
      if (timestamp === last.timestamp)
        this.#last = { ...last, end: last.end || event.end, duration: Math.max(last.duration, event.duration) };
      return undefined;
    }
    this.#last = { stream, timestamp, digit: event.digit, end: event.end, duration: event.duration };
    return last !== undefined && isNextSegment(this.#last, last) ? undefined : event.digit;
  }
}

/** RFC 4733 §2.5.1.3: a key held longer than the duration field can say goes on as a new event that touches the last. */
function isNextSegment(press: Press, last: Press): boolean {
  return !last.end && press.digit === last.digit && press.timestamp === (last.timestamp + last.duration) >>> 0;
}

/** Timestamps wrap around at 32 bits. */
function isLater(timestamp: number, than: number): boolean {
  return ((timestamp - than) | 0) > 0;
}
