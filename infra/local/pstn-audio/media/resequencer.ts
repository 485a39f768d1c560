/** How far ahead a packet may come and still wait for those before it: 60 ms at 20 ms each. */
const reach = 3;

/** A packet, or one that is missing. */
export type Sequenced<Content> = Content | 'lost';

interface Waiting<Content> {
  readonly sequence: number;
  readonly content: Content;
}

/**
 * Puts the packets of one stream in order. A packet that overtakes others waits for them, until three wait: then those that are
 * missing count as lost. One more than three ahead means a break: what is missing is not filled in, and whoever keeps time has to
 * do so by a clock. What comes too late is dropped.
 */
export class Resequencer<Content> {
  #next: number | undefined;
  #waiting: Waiting<Content>[] = [];

  /** The stream begins anew. */
  reset(): void {
    this.#next = undefined;
    this.#waiting = [];
  }

  /** What may be heard now that this has arrived, in order. */
  accept(sequence: number, content: Content): Sequenced<Content>[] {
    const ahead = this.#next === undefined ? 0 : ((sequence - this.#next) << 16) >> 16;
    if (ahead < 0) return [];
    if (ahead === 0 && this.#waiting.length === 0) {
      this.#next = (sequence + 1) & 0xffff;
      return [content];
    }
    const out: Sequenced<Content>[] = [];
    if (ahead > reach) {
      this.#flush(out);
      this.#next = sequence;
    }
    if (!this.#waiting.some((each) => each.sequence === sequence)) this.#wait(sequence, content);
    this.#release(out);
    if (this.#waiting.length >= reach) this.#flush(out);
    return out;
  }

  #wait(sequence: number, content: Content): void {
    this.#waiting.push({ sequence, content });
    const from = this.#next ?? sequence;
    const place = (each: Waiting<Content>): number => (each.sequence - from) & 0xffff;
    this.#waiting.sort((a, b) => place(a) - place(b));
  }

  /** Those whose turn it is. */
  #release(out: Sequenced<Content>[]): void {
    for (let first = this.#waiting[0]; first !== undefined && first.sequence === this.#next; first = this.#waiting[0]) {
      out.push(first.content);
      this.#waiting.shift();
      this.#next = (first.sequence + 1) & 0xffff;
    }
  }

  /** All that wait: what is missing between them is given up. */
  #flush(out: Sequenced<Content>[]): void {
    for (const { sequence, content } of this.#waiting.splice(0)) {
      while (this.#next !== undefined && this.#next !== sequence) {
        out.push('lost');
        this.#next = (this.#next + 1) & 0xffff;
      }
      out.push(content);
      this.#next = (sequence + 1) & 0xffff;
    }
  }
}
