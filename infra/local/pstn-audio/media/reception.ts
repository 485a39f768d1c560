/** What became of the packets of the other side. */
export interface ReceptionCounts {
  /** Packets taken, late ones and doubles included. */
  readonly received: number;
  /** Packets expected less packets received, never below 0 (RFC 3550 A.3). */
  readonly lost: number;
  /** Packets behind a newer one, doubles included. */
  readonly outOfOrder: number;
}

/** `late` is behind a newer one. `stray` does not belong to the stream. */
export type Arrival = 'inOrder' | 'late' | 'stray';

// RFC 3550 A.1: the farthest leap ahead and behind that is still the same stream.
const maxDropout = 3000;
const maxMisorder = 100;

/** Follows the sequence numbers of a stream across wrap-around, loss, reordering and restarts, RFC 3550 A.1 and A.3. */
export class Reception implements ReceptionCounts {
  #ssrc: number | undefined;
  #stream: object = {};
  #base = 0;
  /** Extended: it goes on counting where the 16 bits wrap around. */
  #highest = 0;
  #receivedOfStream = 0;
  #lostBefore = 0;
  #restartAt: number | undefined;
  #received = 0;
  #outOfOrder = 0;

  accept(ssrc: number, sequence: number): Arrival {
    if (ssrc !== this.#ssrc) return this.#begin(ssrc, sequence);
    const ahead = (sequence - this.#highest) & 0xffff;
    if (ahead > 0 && ahead < maxDropout) {
      this.#highest += ahead;
      return this.#count('inOrder');
    }
    if (ahead === 0 || ahead >= 0x10000 - maxMisorder) {
      this.#outOfOrder += 1;
      return this.#count('late');
    }
    // A.1: a great leap may be a stray packet; two in a row mean that the other side has started anew.
    if (sequence === this.#restartAt) return this.#begin(ssrc, sequence);
    this.#restartAt = (sequence + 1) & 0xffff;
    return 'stray';
  }

  /** The same object as long as packets are numbered and timed together. */
  get stream(): object {
    return this.#stream;
  }

  get received(): number {
    return this.#received;
  }

  get lost(): number {
    return this.#lostBefore + this.#lostOfStream;
  }

  get outOfOrder(): number {
    return this.#outOfOrder;
  }

  get #lostOfStream(): number {
    return this.#ssrc === undefined ? 0 : Math.max(0, this.#highest - this.#base + 1 - this.#receivedOfStream);
  }

  #begin(ssrc: number, sequence: number): Arrival {
    this.#lostBefore += this.#lostOfStream;
    this.#ssrc = ssrc;
    this.#stream = {};
    this.#base = sequence;
    this.#highest = sequence;
    this.#receivedOfStream = 0;
    return this.#count('inOrder');
  }

  #count(arrival: Arrival): Arrival {
    this.#restartAt = undefined;
    this.#received += 1;
    this.#receivedOfStream += 1;
    return arrival;
  }
}
