import { isIPv4 } from 'node:net';

/** One end of a packet's way. */
export interface Endpoint {
  /** An IPv4 address; what is none is written as 127.0.0.1, where a name on one machine leads. */
  readonly host: string;
  readonly port: number;
}

const ipHeaderBytes = 20;
/** What a datagram can hold: an IPv4 packet has 65,535 octets at most, two headers included (RFC 791 §3.1). */
const mostUdpPayload = 65_507;
/** Octets of both headers of a datagram. */
export const udpHeaderBytes = ipHeaderBytes + 8;
const protocolNumbers = { TCP: 6, UDP: 17 } as const;

/** A UDP datagram in an IPv4 packet (RFC 768, RFC 791), checksums included; what is too long for one is cut. */
export function udpPacket(from: Endpoint, to: Endpoint, content: Uint8Array): Buffer {
  const payload = content.subarray(0, mostUdpPayload);
  const datagram = Buffer.allocUnsafe(8 + payload.length);
  datagram.writeUInt16BE(from.port, 0);
  datagram.writeUInt16BE(to.port, 2);
  datagram.writeUInt16BE(datagram.length, 4);
  datagram.writeUInt16BE(0, 6);
  datagram.set(payload, 8);
  // A sum of 0 means none at all; it is written as its other form (RFC 768).
  return ipPacket('UDP', { from, to, content: datagram, checksumAt: 6, zeroChecksum: 0xffff });
}

export interface TcpSegment {
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly flags: number;
  readonly payload: Uint8Array;
}

/** Bits of the TCP header (RFC 9293 §3.1). */
export const tcpFlags = { syn: 0x02, push: 0x08, ack: 0x10 } as const;

/** A TCP segment in an IPv4 packet (RFC 9293, RFC 791), checksums included. */
export function tcpPacket(from: Endpoint, to: Endpoint, segment: TcpSegment): Buffer {
  const content = Buffer.alloc(20 + segment.payload.length);
  content.writeUInt16BE(from.port, 0);
  content.writeUInt16BE(to.port, 2);
  content.writeUInt32BE(segment.sequence >>> 0, 4);
  content.writeUInt32BE(segment.acknowledgement >>> 0, 8);
  content[12] = 5 << 4;
  content[13] = segment.flags;
  content.writeUInt16BE(0xffff, 14);
  content.set(segment.payload, 20);
  return ipPacket('TCP', { from, to, content, checksumAt: 16, zeroChecksum: 0 });
}

interface IpContent {
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** UDP or TCP, with 0 where its checksum goes. */
  readonly content: Buffer;
  readonly checksumAt: number;
  /** What is written for a checksum of 0. */
  readonly zeroChecksum: number;
}

function ipPacket(protocol: keyof typeof protocolNumbers, ip: IpContent): Buffer {
  const { content, checksumAt, zeroChecksum } = ip;
  const packet = Buffer.alloc(ipHeaderBytes + content.length);
  packet[0] = (4 << 4) | (ipHeaderBytes / 4);
  packet.writeUInt16BE(packet.length, 2);
  // Nothing is fragmented.
  packet.writeUInt16BE(0x4000, 6);
  packet[8] = 64;
  packet[9] = protocolNumbers[protocol];
  packet.set(addressBytes(ip.from.host), 12);
  packet.set(addressBytes(ip.to.host), 16);
  packet.writeUInt16BE(checksum(packet, 0, ipHeaderBytes, 0), 10);
  content.copy(packet, ipHeaderBytes);
  // The pseudo header: both addresses, the protocol, the length.
  const pseudo = sum(packet, 12, ipHeaderBytes) + protocolNumbers[protocol] + content.length;
  const value = checksum(packet, ipHeaderBytes, packet.length, pseudo);
  packet.writeUInt16BE(value === 0 ? zeroChecksum : value, ipHeaderBytes + checksumAt);
  return packet;
}

function addressBytes(host: string): number[] {
  const plain = host.replace(/^::ffff:/iu, '');
  return (isIPv4(plain) ? plain : '127.0.0.1').split('.').map(Number);
}

/** The internet checksum (RFC 1071). */
function checksum(bytes: Buffer, start: number, end: number, initial: number): number {
  let total = initial + sum(bytes, start, end);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return ~total & 0xffff;
}

function sum(bytes: Buffer, start: number, end: number): number {
  let total = 0;
  for (let index = start; index + 1 < end; index += 2) total += bytes.readUInt16BE(index);
  if ((end - start) % 2 === 1) total += (bytes[end - 1] ?? 0) << 8;
  return total;
}
