/**
 * The libpcap file format as Wireshark and tcpdump read it (draft-ietf-opsawg-pcap, §4 and §5): microseconds, and packets that
 * begin with their IP header (LINKTYPE_RAW, 101).
 */
const magicOfMicroseconds = 0xa1b2c3d4;
const linkTypeRaw = 101;
/** Longest packet that is kept whole: any IP packet. */
const snapLength = 65_535;

export function pcapFileHeader(): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(magicOfMicroseconds, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(snapLength, 16);
  header.writeUInt32LE(linkTypeRaw, 20);
  return header;
}

/**
 * @param at milliseconds since 1970, with fractions.
 * @param originalLength octets that it had before it was cut, if it was.
 */
export function pcapRecord(at: number, packet: Buffer, originalLength = packet.length): Buffer {
  const header = Buffer.allocUnsafe(16);
  const microseconds = Math.round(at * 1000);
  header.writeUInt32LE(Math.floor(microseconds / 1_000_000), 0);
  header.writeUInt32LE(microseconds % 1_000_000, 4);
  header.writeUInt32LE(packet.length, 8);
  header.writeUInt32LE(originalLength, 12);
  return Buffer.concat([header, packet]);
}
