import { tcpFlags, tcpPacket, type Endpoint } from './ip-packet.ts';

/** How much of a message goes into one segment; an IP packet holds 65,535 octets. */
const segmentBytes = 16_384;
const nothing = new Uint8Array(0);

interface Stream {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** The next sequence number of either side. */
  readonly next: { local: number; remote: number };
}

/**
 * Dresses up whole messages as TCP connections, so that Wireshark puts them together again: a handshake before the first message,
 * then segments whose numbers run on. How the messages were cut on the wire is not known here, and does not matter.
 */
export class TcpStreams {
  readonly #streams = new Map<string, Stream>();

  packets(direction: 'in' | 'out', local: Endpoint, remote: Endpoint, message: Uint8Array): readonly Buffer[] {
    const key = `${local.host}:${local.port} ${remote.host}:${remote.port}`;
    const known = this.#streams.get(key);
    const stream = known ?? { local, remote, next: { local: 0, remote: 0 } };
    this.#streams.set(key, stream);
    const packets = known === undefined ? handshake(stream, direction) : [];
    for (let start = 0; start < message.length; start += segmentBytes)
      packets.push(
        segment(stream, direction, tcpFlags.push | tcpFlags.ack, message.subarray(start, start + segmentBytes)),
      );
    return packets;
  }
}

/** Whoever sends the first message has opened the connection. */
function handshake(stream: Stream, direction: 'in' | 'out'): Buffer[] {
  const back = direction === 'in' ? 'out' : 'in';
  return [
    segment(stream, direction, tcpFlags.syn, nothing),
    segment(stream, back, tcpFlags.syn | tcpFlags.ack, nothing),
    segment(stream, direction, tcpFlags.ack, nothing),
  ];
}

function segment(stream: Stream, direction: 'in' | 'out', flags: number, payload: Uint8Array): Buffer {
  const { local, remote, next } = stream;
  const [from, to] = direction === 'in' ? [remote, local] : [local, remote];
  const [own, other] = direction === 'in' ? (['remote', 'local'] as const) : (['local', 'remote'] as const);
  const acknowledgement = (flags & tcpFlags.ack) === 0 ? 0 : next[other];
  const packet = tcpPacket(from, to, { sequence: next[own], acknowledgement, flags, payload });
  // SYN counts as one (RFC 9293 §3.4).
  next[own] += payload.length + ((flags & tcpFlags.syn) === 0 ? 0 : 1);
  return packet;
}
