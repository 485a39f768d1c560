import type { Ids } from '../../../../shared/ports/ids.ts';
import { frameSamples, silence, type Pcm } from './audio.ts';
import type { DigitPacket } from './digit-sender.ts';
import { encodePcmu } from './pcmu.ts';
import { buildRtp } from './rtp-packet.ts';

/** PCMU's payload type, RFC 3551 §6. */
export const pcmuPayloadType = 0;

/** The packets of one speaker: one every 20 ms, numbered and timed as RFC 3550 §5.1 asks. */
export class RtpStream {
  readonly #ssrc: number;
  #sequence: number;
  #timestamp: number;
  #begun = false;

  /** SSRC, first sequence number and first timestamp are random. */
  constructor(ids: Ids) {
    const random = ids.randomBytes(10);
    const view = new DataView(random.buffer, random.byteOffset, random.byteLength);
    this.#ssrc = view.getUint32(0);
    this.#timestamp = view.getUint32(4);
    this.#sequence = view.getUint16(8);
  }

  /** When the frame begins that is sent next, in samples. */
  get timestamp(): number {
    return this.#timestamp;
  }

  /** The packet of this frame: a key press where there is one, else audio, else silence. */
  packet(frame: Pcm | undefined, press: DigitPacket | undefined, eventPayloadType: number): Uint8Array {
    const common = { ssrc: this.#ssrc, sequence: this.#sequence };
    const packet =
      press === undefined
        ? {
            ...common,
            payloadType: pcmuPayloadType,
            marker: !this.#begun,
            timestamp: this.#timestamp,
            payload: encodePcmu(frame ?? silence),
          }
        : { ...common, ...press, payloadType: eventPayloadType };
    this.#begun = true;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    // Time passes while a key is pressed, too.
    this.#timestamp = (this.#timestamp + frameSamples) >>> 0;
    return buildRtp(packet);
  }
}
