/** RTP packets, RFC 3550 §5.1. */
export interface RtpPacket {
  /** 0 to 127. */
  readonly payloadType: number;
  /** First packet after a pause, or of a key press. */
  readonly marker: boolean;
  /** 16 bits, one more with every packet. */
  readonly sequence: number;
  /** 32 bits, in samples. */
  readonly timestamp: number;
  /** 32 bits: who speaks. */
  readonly ssrc: number;
  readonly payload: Uint8Array;
}

const headerBytes = 12;

/** Reads a packet; undefined for anything that is not well-formed RTP version 2. Never throws. */
export function parseRtp(bytes: Uint8Array): RtpPacket | undefined {
  if (bytes.length < headerBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint8(0);
  const second = view.getUint8(1);
  if (first >> 6 !== 2) return undefined;

  let start = headerBytes + (first & 0x0f) * 4;
  if ((first & 0x10) !== 0) {
    // §5.3.1: a header extension counts its 32-bit words in its second half-word.
    if (start + 4 > bytes.length) return undefined;
    start += 4 + view.getUint16(start + 2) * 4;
  }
  // The last byte of padding counts the padding, itself included.
  const padded = (first & 0x20) !== 0;
  const padding = padded ? view.getUint8(bytes.length - 1) : 0;
  const end = bytes.length - padding;
  if ((padded && padding === 0) || start > end) return undefined;

  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: view.getUint16(2),
    timestamp: view.getUint32(4),
    ssrc: view.getUint32(8),
    payload: bytes.subarray(start, end),
  };
}

/** Numbers are taken modulo the width of their field. */
export function buildRtp({ payloadType, marker, sequence, timestamp, ssrc, payload }: RtpPacket): Uint8Array {
  const bytes = new Uint8Array(headerBytes + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 0x80);
  view.setUint8(1, (marker ? 0x80 : 0) | (payloadType & 0x7f));
  view.setUint16(2, sequence);
  view.setUint32(4, timestamp);
  view.setUint32(8, ssrc);
  bytes.set(payload, headerBytes);
  return bytes;
}
