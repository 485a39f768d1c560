import type { Ids } from '../../../../shared/ports/ids.ts';
import { frameSamples } from './audio.ts';
import type { PassingPacket } from './passing-packet.ts';
import { buildRtp } from './rtp-packet.ts';

/** A packet of our own making. */
export interface OwnPacket {
  readonly payloadType: number;
  readonly payload: Uint8Array;
  /** Default: only on the first packet after others were passed on, and on the first of all. */
  readonly marker?: boolean;
  /** Default: this frame's. */
  readonly timestamp?: number;
}

/** Where a stream that is passed on stands in ours. */
interface Course {
  readonly stream: object;
  readonly first: number;
  readonly sequenceShift: number;
  readonly timeShift: number;
}

/**
 * The packets that one listener gets, numbered and timed as RFC 3550 §5.1 asks: one stream without a break, whether we make the
 * packets or pass on those of others. What others have left out or sent in another order is left out and out of order here too.
 */
export class RtpStream {
  readonly #ssrc: number;
  #sequence: number;
  /** When the present frame begins, in samples; it goes on whether anything is sent or not. */
  #clock: number;
  /** When what has been sent so far ends. */
  #end: number;
  #course: Course | undefined;
  #resumed = true;

  /** SSRC, first sequence number and first timestamp are random. */
  constructor(ids: Ids) {
    const random = ids.randomBytes(10);
    const view = new DataView(random.buffer, random.byteOffset, random.byteLength);
    this.#ssrc = view.getUint32(0);
    this.#clock = view.getUint32(4);
    this.#end = this.#clock;
    this.#sequence = view.getUint16(8);
  }

  /** When a frame begins that is sent now, in samples. */
  get timestamp(): number {
    return ((this.#end - this.#clock) | 0) > 0 ? this.#end : this.#clock;
  }

  /** 20 ms have passed. */
  tick(): void {
    this.#clock = (this.#clock + frameSamples) >>> 0;
  }

  /** A packet of ours, 20 ms long. */
  own({ payloadType, payload, marker = this.#resumed, timestamp = this.timestamp }: OwnPacket): Uint8Array {
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xffff;
    // Time passes while a key is pressed, too.
    this.#end = (this.timestamp + frameSamples) >>> 0;
    this.#course = undefined;
    this.#resumed = false;
    return buildRtp({ payloadType, marker, sequence, timestamp, ssrc: this.#ssrc, payload });
  }

  /** Somebody else's packet; undefined when its place in our stream has been taken meanwhile. */
  passing(packet: PassingPacket, payloadType: number, payload: Uint8Array): Uint8Array | undefined {
    const isNew = this.#course?.stream !== packet.stream;
    const course = isNew || this.#course === undefined ? this.#begin(packet) : this.#course;
    if (signed16(packet.sequence - course.first) < 0) return undefined;
    const sequence = (packet.sequence + course.sequenceShift) & 0xffff;
    const timestamp = (packet.timestamp + course.timeShift) >>> 0;
    if (signed16(sequence + 1 - this.#sequence) > 0) this.#sequence = (sequence + 1) & 0xffff;
    const end = packet.content === 'event' ? timestamp : (timestamp + payload.length) >>> 0;
    if (((end - this.#end) | 0) > 0) this.#end = end;
    this.#resumed = true;
    const marker = packet.marker || (isNew && packet.content !== 'event');
    return buildRtp({ payloadType, marker, sequence, timestamp, ssrc: this.#ssrc, payload });
  }

  #begin({ stream, sequence, timestamp }: PassingPacket): Course {
    const course = {
      stream,
      first: sequence,
      sequenceShift: this.#sequence - sequence,
      timeShift: this.timestamp - timestamp,
    };
    this.#course = course;
    return course;
  }
}

function signed16(difference: number): number {
  return (difference << 16) >> 16;
}
