const longestHead = 65_536;
const longestBody = 1_048_576;
const smallest = 4096;

/** What a chunk of a stream has brought. */
export interface Framed {
  readonly messages: readonly Uint8Array[];
  /** How many double empty lines stood between messages: each asks for a sign of life (RFC 5626 §4.4.1). */
  readonly pings: number;
  /** The stream cannot be cut any further: the connection is of no more use. */
  readonly broken: boolean;
}

/**
 * Cuts a byte stream into SIP messages by their Content-Length (RFC 3261 §18.3). It never holds more than one message
 * and the chunk that came last, and no byte is looked at more than a few times, however small the chunks are.
 */
export class StreamFraming {
  #buffer: Buffer = Buffer.allocUnsafeSlow(smallest);
  #start = 0;
  #end = 0;
  /** Up to where the held bytes have been searched for the end of the head. */
  #searched = 0;
  /** Length of the message that has begun; undefined until its head is whole. */
  #length: number | undefined;
  #emptyLines = 0;

  /** Whether a message has begun that is not yet whole. */
  get owing(): boolean {
    return this.#end > this.#start;
  }

  /**
   * The messages that `chunk` completes. The stream is broken by a Content-Length that is missing or not a number, or
   * by a head above 64 KiB or a body above 1 MiB. A head whose Content-Length is no number comes as the last message,
   * so that its sender can be told.
   */
  push(chunk: Uint8Array): Framed {
    this.#hold(chunk);
    const messages: Uint8Array[] = [];
    let pings = 0;
    for (;;) {
      if (this.#length === undefined) {
        pings += this.#skipEmptyLines();
        const blank = this.#buffer
          .subarray(0, this.#end)
          .indexOf('\r\n\r\n', Math.max(this.#start, this.#searched - 3));
        this.#searched = this.#end;
        if (this.#end - this.#start > 1) this.#emptyLines = 0;
        if (blank < 0) return { messages, pings, broken: this.#end - this.#start > longestHead };
        const head = blank + 4 - this.#start;
        const length = bodyLength(this.#buffer.toString('latin1', this.#start, blank));
        if (length === 'no number' && head <= longestHead) messages.push(this.#copy(head));
        if (typeof length !== 'number' || head > longestHead || length > longestBody)
          return { messages, pings, broken: true };
        this.#length = head + length;
      }
      if (this.#end - this.#start < this.#length) return { messages, pings, broken: false };
      messages.push(this.#copy(this.#length));
      this.#start += this.#length;
      this.#searched = this.#start;
      this.#length = undefined;
    }
  }

  // What is handed out is a copy, as the buffer is used again.
  #copy(length: number): Uint8Array {
    return new Uint8Array(this.#buffer.subarray(this.#start, this.#start + length));
  }

  // §7.5: empty lines before a message are passed over.
  #skipEmptyLines(): number {
    let pings = 0;
    while (this.#end - this.#start >= 2 && this.#buffer[this.#start] === 13 && this.#buffer[this.#start + 1] === 10) {
      this.#start += 2;
      this.#emptyLines += 1;
      if (this.#emptyLines % 2 === 0) pings += 1;
    }
    this.#searched = Math.max(this.#searched, this.#start);
    return pings;
  }

  // Room for a long message is given back after it.
  #reset(): void {
    if (this.#buffer.length > longestHead) this.#buffer = Buffer.allocUnsafeSlow(smallest);
    this.#start = 0;
    this.#end = 0;
    this.#searched = 0;
  }

  #hold(chunk: Uint8Array): void {
    const held = this.#end - this.#start;
    if (held === 0) this.#reset();
    if (this.#end + chunk.length > this.#buffer.length) {
      const size = Math.max(smallest, held + chunk.length);
      // Room grows by doubling, so that a message in very many chunks is not copied for each.
      const room = size > this.#buffer.length / 2 ? Buffer.allocUnsafeSlow(2 * size) : this.#buffer;
      this.#buffer.copy(room, 0, this.#start, this.#end);
      this.#buffer = room;
      this.#searched = Math.max(0, this.#searched - this.#start);
      this.#start = 0;
      this.#end = held;
    }
    this.#buffer.set(chunk, this.#end);
    this.#end += chunk.length;
  }
}

function bodyLength(head: string): number | 'missing' | 'no number' {
  const value = /\r\n(?:Content-Length|l)[ \t]*:((?:[^\r\n]|\r\n[ \t])*)/i.exec(head)?.[1]?.trim();
  if (value === undefined) return 'missing';
  return /^\d+$/.test(value) ? Number(value) : 'no number';
}
