import type { CodecName } from './codec.ts';

/** A packet on its way through: what one leg has received, for those who pass it on. */
export interface PassingPacket {
  /** What the payload is: audio in a codec, or a key press (RFC 4733). */
  readonly content: CodecName | 'event';
  /** One object for all packets that are numbered and timed together; another after a restart. */
  readonly stream: object;
  readonly marker: boolean;
  /** 16 bits, as the sender counts. */
  readonly sequence: number;
  /** 32 bits, as the sender counts. */
  readonly timestamp: number;
  readonly payload: Uint8Array;
}

/** Takes packets as they arrive: none made up for those that are lost, none put in order. */
export interface PacketSink {
  packet(packet: PassingPacket): void;
  /** Told once when what it was attached to closes. */
  released?(): void;
}
