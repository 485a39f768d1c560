const longestHead = 65_536;
const longestBody = 1_048_576;

/** Cuts a byte stream into SIP messages by their Content-Length (RFC 3261 §18.3). */
export class StreamFraming {
  #held: Buffer = Buffer.alloc(0);

  /**
   * The messages that `chunk` completes. `broken` when the stream cannot be cut any further: a Content-Length that is
   * missing or not a number, or a head above 64 KiB or body above 1 MiB. Then the connection is of no more use.
   */
  push(chunk: Uint8Array): { readonly messages: readonly Uint8Array[]; readonly broken: boolean } {
    this.#held = Buffer.concat([this.#held, chunk]);
    const messages: Uint8Array[] = [];
    for (;;) {
      // §7.5 and RFC 5626 §4.4.1: empty lines between messages keep connections alive.
      let start = 0;
      while (this.#held[start] === 13 && this.#held[start + 1] === 10) start += 2;
      this.#held = this.#held.subarray(start);
      const blank = this.#held.indexOf('\r\n\r\n');
      if (blank < 0) return { messages, broken: this.#held.length > longestHead };
      const length = bodyLength(this.#held.toString('latin1', 0, blank));
      if (blank > longestHead || length === undefined || length > longestBody) return { messages, broken: true };
      const end = blank + 4 + length;
      if (this.#held.length < end) return { messages, broken: false };
      messages.push(this.#held.subarray(0, end));
      this.#held = this.#held.subarray(end);
    }
  }
}

function bodyLength(head: string): number | undefined {
  const value = /\r\n(?:Content-Length|l)[ \t]*:(?:[ \t]|\r\n[ \t])*(\d+)[ \t]*(?=\r\n|$)/i.exec(head)?.[1];
  return value === undefined ? undefined : Number(value);
}
