import { formatSdp, formatSdpAnswer, mirrorDirection, parseSdp, type AudioPayload } from '../sdp.ts';

/**
 * Who described what in one dialog (RFC 3264, RFC 6337): whose offer waits for an answer, and what was said last.
 *
 *     none ── ours goes out ──► ours ── their answer ──► settled ◄── our answer ── theirs
 *                                 ▲                        │ │
 *                                 └──── we offer again ────┘ └── they offer again: answered in one go
 */
export class SdpExchange {
  /** The other side's latest description. */
  remote: string | undefined;
  readonly #onRemote: (sdp: string) => void;
  #local: string;
  #state: 'none' | 'theirs' | 'ours' | 'settled';

  private constructor(
    state: 'none' | 'theirs' | 'ours',
    { local = '', remote, onRemote }: { local?: string; remote?: string | undefined; onRemote: (sdp: string) => void },
  ) {
    this.#state = state;
    this.#local = local;
    this.remote = remote;
    this.#onRemote = onRemote;
  }

  /** The caller's: its INVITE carries `offer`. `onRemote` hears of what the other side describes later, not of its first answer. */
  static ofCaller(offer: string, onRemote: (sdp: string) => void): SdpExchange {
    return new SdpExchange('ours', { local: offer, onRemote });
  }

  /** The callee's: the INVITE brought `offer`, or none. */
  static ofCallee(offer: string | undefined, onRemote: (sdp: string) => void): SdpExchange {
    return new SdpExchange(offer === undefined ? 'none' : 'theirs', { remote: offer, onRemote });
  }

  /** Whether an offer of ours waits for its answer. */
  get weOffered(): boolean {
    return this.#state === 'ours';
  }

  get settled(): boolean {
    return this.#state === 'settled';
  }

  /** Our description goes out in a message that surely arrives: as the answer to their offer, else as an offer. */
  describe(sdp: string): void {
    this.#local = sdp;
    if (this.#state === 'none') this.#state = 'ours';
    else if (this.#state === 'theirs') this.#state = 'settled';
  }

  /** The first answer to the caller's offer. */
  answeredWith(sdp: string | undefined): void {
    this.remote = sdp ?? this.remote;
    this.#state = 'settled';
  }

  /** An answer that came later, in an ACK or PRACK. One that is missing settles the matter too: there will be no other. */
  takeAnswer(sdp: string | undefined): void {
    if (this.#state !== 'ours') return;
    this.#state = 'settled';
    this.heard(sdp);
  }

  /**
   * The answer to a new offer: our last description with its direction mirrored (RFC 3264 §8.4). Undefined when the
   * offer cannot be read or has no codec that we speak: then everything stays as it was (RFC 3261 §14.2, 488).
   */
  answerTo(offer: string): string | undefined {
    const answer = answerAgain(offer, this.#local);
    this.#local = answer ?? this.#local;
    return answer;
  }

  /** Our last description as a new offer, whole again when the call was on hold: they asked for one by a re-INVITE without a body. */
  offerAgain(): string {
    this.#state = 'ours';
    this.#local = wholeAgain(this.#local);
    return this.#local;
  }

  /** Their new offer, once it has been answered. */
  heard(sdp: string | undefined): void {
    if (sdp === undefined) return;
    this.remote = sdp;
    this.#onRemote(sdp);
  }

  /** Why a new offer cannot be answered now (RFC 3311 §5.2): theirs waits for our answer, or ours for theirs. */
  offerProblem(): 500 | 491 | undefined {
    if (this.#state === 'settled') return undefined;
    return this.#state === 'ours' ? 491 : 500;
  }
}

function answerAgain(offer: string, ours: string): string | undefined {
  const theirs = parseSdp(offer);
  const own = parseSdp(ours);
  if (theirs.kind === 'malformed') return undefined;
  if (own.kind === 'malformed') return ours;
  if (!own.session.payloads.some((each) => isSpoken(each, theirs.session.payloads))) return undefined;
  const direction = mirrorDirection(theirs.session.direction);
  return formatSdpAnswer(offer, { ...own.session, version: next(own.session.version), direction });
}

function wholeAgain(ours: string): string {
  const own = parseSdp(ours);
  if (own.kind === 'malformed' || own.session.direction === 'sendrecv') return ours;
  return formatSdp({ ...own.session, version: next(own.session.version), direction: 'sendrecv' });
}

function isSpoken(payload: AudioPayload, theirs: readonly AudioPayload[]): boolean {
  const name = ({ encoding, clockRate }: AudioPayload): string => `${encoding.toLowerCase()}/${clockRate}`;
  return !/^telephone-event$/i.test(payload.encoding) && theirs.some((each) => name(each) === name(payload));
}

function next(version: string): string {
  return String(BigInt(version) + 1n);
}
