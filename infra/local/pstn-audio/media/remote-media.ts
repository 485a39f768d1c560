import { isIPv4 } from 'node:net';
import type { CodecName } from './codec.ts';

export interface MediaAddress {
  /** An IPv4 address. */
  readonly host: string;
  readonly port: number;
}

/** A codec under the payload type that a session has given it, 0 to 127. */
export interface AgreedCodec {
  readonly name: CodecName;
  readonly payloadType: number;
}

/** How the other side of a call wants its audio. */
export interface RemoteMedia extends MediaAddress {
  /** What both sides understand: the first is sent, all are heard; default PCMU as type 0. */
  readonly codecs?: readonly [AgreedCodec, ...AgreedCodec[]];
  /**
   * Payload type of key presses in this session, 96 to 127 (RFC 3264 §5.1); 'none' where the other side takes none: keys then go
   * and are heard as tones in the audio. Default 101.
   */
  readonly eventPayloadType?: number | 'none';
  /** False while the other side holds the call: nothing is sent, what it sends is heard. Default true. */
  readonly receives?: boolean;
}

export const defaultEventPayloadType = 101;
export const defaultCodecs: readonly [AgreedCodec] = [{ name: 'PCMU', payloadType: 0 }];

/** Whether packets can be sent there: 0.0.0.0, which once meant hold, a name, or a port out of range cannot. */
export function canBeSentTo({ host, port }: MediaAddress): boolean {
  return isIPv4(host) && host !== '0.0.0.0' && Number.isInteger(port) && port > 0 && port < 65_536;
}
