import { maximumResponseBytes } from './limits.ts';

/**
 * What passes between the host and a runtime: two lengths of four octets, big-endian, then a head and a body, both JSON.
 * The body is text of its own, so that an event or an answer is parsed only where it is used.
 */
export interface Frame {
  readonly head: Readonly<Record<string, unknown>>;
  /** Undefined when it was longer than any response may be: it has been dropped. */
  readonly body: string | undefined;
}

const lengths = 8;

export function encodeFrame(head: object, body: string): Buffer {
  const text = JSON.stringify(head);
  const headBytes = Buffer.byteLength(text);
  const bodyBytes = Buffer.byteLength(body);
  const bytes = Buffer.allocUnsafe(lengths + headBytes + bodyBytes);
  bytes.writeUInt32BE(headBytes, 0);
  bytes.writeUInt32BE(bodyBytes, 4);
  bytes.write(text, lengths);
  bytes.write(body, lengths + headBytes);
  return bytes;
}

/** No head is nearly as long; more is not waited for. */
const mostHeadBytes = maximumResponseBytes;

/**
 * Cuts a stream of octets into frames. A body that is too long is dropped as it comes, and costs no memory.
 * @param onBroken told once, when these are no frames; whatever comes then is dropped.
 */
export function frameReader(
  onFrame: (frame: Frame) => void,
  onBroken: () => void = () => undefined,
): (chunk: Buffer) => void {
  let isBroken = false;
  let held: Buffer[] = [];
  let heldBytes = 0;
  /** With fewer octets than these there is nothing to cut: a long body is put together once, not at each of its chunks. */
  let wanted = lengths;
  let toDrop = 0;

  /** Takes one frame from the front and returns what is left; undefined when there is no whole one. */
  const take = (bytes: Buffer): Buffer | undefined => {
    wanted = lengths;
    if (bytes.length < wanted) return undefined;
    const headBytes = bytes.readUInt32BE(0);
    if (headBytes > mostHeadBytes) return giveUp();
    const bodyStart = lengths + headBytes;
    const bodyBytes = bytes.readUInt32BE(4);
    const tooLong = bodyBytes > maximumResponseBytes;
    wanted = tooLong ? bodyStart : bodyStart + bodyBytes;
    if (bytes.length < wanted) return undefined;
    const head = readHead(bytes.toString('utf8', lengths, bodyStart));
    if (head === undefined) return giveUp();
    const body = tooLong ? undefined : bytes.toString('utf8', bodyStart, wanted);
    const rest = bytes.subarray(wanted);
    wanted = lengths;
    if (tooLong) toDrop = bodyBytes;
    onFrame({ head, body });
    return drop(rest);
  };

  const giveUp = (): undefined => {
    isBroken = true;
    onBroken();
  };

  const drop = (bytes: Buffer): Buffer => {
    const dropped = Math.min(toDrop, bytes.length);
    toDrop -= dropped;
    return bytes.subarray(dropped);
  };

  return (chunk) => {
    if (isBroken) return;
    const fresh = drop(chunk);
    held.push(fresh);
    heldBytes += fresh.length;
    if (heldBytes < wanted) return;
    let rest = held.length === 1 ? fresh : Buffer.concat(held, heldBytes);
    for (let next = take(rest); next !== undefined; next = take(rest)) rest = next;
    held = rest.length === 0 || isBroken ? [] : [rest];
    heldBytes = rest.length;
  };
}

function readHead(text: string): Frame['head'] | undefined {
  try {
    const head: unknown = JSON.parse(text);
    return typeof head === 'object' && head !== null ? (head as Frame['head']) : undefined;
  } catch {
    return undefined;
  }
}
