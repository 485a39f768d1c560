import { readSync, writeSync } from 'node:fs';

/** The pipe that the host opened for this process, beside stdin, stdout and stderr. */
const fd = 3;
const lengths = 8;

/**
 * Waits for the next event with the whole thread standing still: what the last invocation left un-awaited does not run on.
 * Undefined when the host is gone.
 */
export function nextEvent() {
  let bytes = Buffer.allocUnsafe(65_536);
  let filled = 0;
  let wanted = lengths;
  while (filled < wanted) {
    if (wanted > bytes.length) bytes = Buffer.concat([bytes.subarray(0, filled)], wanted);
    const count = readSync(fd, bytes, filled, bytes.length - filled, null);
    if (count === 0) return undefined;
    filled += count;
    if (filled >= lengths) wanted = lengths + bytes.readUInt32BE(0) + bytes.readUInt32BE(4);
  }
  const bodyStart = lengths + bytes.readUInt32BE(0);
  return {
    ...JSON.parse(bytes.toString('utf8', lengths, bodyStart)),
    payload: bytes.toString('utf8', bodyStart, wanted),
  };
}

/** Tells the host something: a head, and a body that is JSON already. All of it is out when this returns. */
export function tellHost(head, body = '') {
  const text = JSON.stringify(head);
  const headBytes = Buffer.byteLength(text);
  const bodyBytes = Buffer.byteLength(body);
  const bytes = Buffer.allocUnsafe(lengths + headBytes + bodyBytes);
  bytes.writeUInt32BE(headBytes, 0);
  bytes.writeUInt32BE(bodyBytes, 4);
  bytes.write(text, lengths);
  bytes.write(body, lengths + headBytes);
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
}
