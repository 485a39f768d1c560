/** A packet of a capture as a reader that did not write it sees it. */
export interface CapturedPacket {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly protocol: 'TCP' | 'UDP';
  readonly from: string;
  readonly to: string;
  readonly payload: Buffer;
  readonly tcp?: { readonly sequence: number; readonly acknowledgement: number; readonly flags: number };
  /** Whether the checksums of IP and of what is in it hold. */
  readonly isIntact: boolean;
}

/** Reads a libpcap file of raw IPv4 packets; throws when it is none. */
export function readPcap(file: Buffer): CapturedPacket[] {
  if (file.readUInt32LE(0) !== 0xa1b2c3d4 || file.readUInt16LE(4) !== 2 || file.readUInt32LE(20) !== 101)
    throw new Error('not a capture of raw IP packets with microseconds');
  const packets: CapturedPacket[] = [];
  let at = 24;
  while (at < file.length) {
    const length = file.readUInt32LE(at + 8);
    if (file.readUInt32LE(at + 12) !== length) throw new Error('a packet was cut');
    const time = file.readUInt32LE(at) * 1000 + file.readUInt32LE(at + 4) / 1000;
    packets.push(readPacket(time, file.subarray(at + 16, at + 16 + length)));
    at += 16 + length;
  }
  if (at !== file.length) throw new Error('the file ends in the middle of a packet');
  return packets;
}

function readPacket(at: number, packet: Buffer): CapturedPacket {
  if (packet[0] !== 0x45 || packet.readUInt16BE(2) !== packet.length) throw new Error('not an IPv4 packet');
  const protocol = packet[9] === 17 ? 'UDP' : 'TCP';
  const content = packet.subarray(20);
  const address = (start: number): string => packet.subarray(start, start + 4).join('.');
  const pseudo = Buffer.alloc(12);
  packet.copy(pseudo, 0, 12, 20);
  pseudo[9] = packet[9]!;
  pseudo.writeUInt16BE(content.length, 10);
  const common = {
    at,
    from: `${address(12)}:${content.readUInt16BE(0)}`,
    to: `${address(16)}:${content.readUInt16BE(2)}`,
    isIntact: folded(packet.subarray(0, 20)) === 0xffff && folded(Buffer.concat([pseudo, content])) === 0xffff,
  };
  if (protocol === 'UDP') {
    if (content.readUInt16BE(4) !== content.length) throw new Error('the length of UDP is wrong');
    if (content.readUInt16BE(6) === 0) throw new Error('UDP has no checksum');
    return { ...common, protocol, payload: content.subarray(8) };
  }
  const tcp = { sequence: content.readUInt32BE(4), acknowledgement: content.readUInt32BE(8), flags: content[13]! };
  return { ...common, protocol, tcp, payload: content.subarray((content[12]! >> 4) * 4) };
}

/** All ones when the checksum in it is right (RFC 1071). */
function folded(bytes: Buffer): number {
  const even = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
  let total = 0;
  for (let index = 0; index < even.length; index += 2) total += even.readUInt16BE(index);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return total;
}
