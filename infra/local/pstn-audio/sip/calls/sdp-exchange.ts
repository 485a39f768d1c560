import type { Call, SessionDescriber } from './call.ts';
import { lastDescription, successorOf } from './describe-again.ts';

/** The call that the dialog is for: who describes our side, and hears of theirs. */
export type DescribedCall = Pick<Call, 'describer' | 'onRemoteSdp'>;

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
  readonly #call: DescribedCall;
  #local: string;
  #state: 'none' | 'theirs' | 'ours' | 'settled';

  private constructor(
    state: 'none' | 'theirs' | 'ours',
    call: DescribedCall,
    { local = '', remote }: { readonly local?: string; readonly remote?: string | undefined },
  ) {
    this.#state = state;
    this.#local = local;
    this.remote = remote;
    this.#call = call;
  }

  /** The caller's: its INVITE carries `offer`. The call hears of what the other side describes later, not of its first answer. */
  static ofCaller(offer: string, call: DescribedCall): SdpExchange {
    return new SdpExchange('ours', call, { local: offer });
  }

  /** The callee's: the INVITE brought `offer`, or none. */
  static ofCallee(offer: string | undefined, call: DescribedCall): SdpExchange {
    return new SdpExchange(offer === undefined ? 'none' : 'theirs', call, { remote: offer });
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
   * The answer to a new offer. Undefined when the offer cannot be read or has no codec that we speak: then everything stays as it
   * was (RFC 3261 §14.2, 488).
   */
  answerTo(offer: string): string | undefined {
    const answer = this.#describer.answer(offer);
    if (answer === undefined) return undefined;
    this.#local = successorOf(this.#local, answer);
    return this.#local;
  }

  /** A new offer of ours: they asked for one by a re-INVITE without a body. */
  offerAgain(): string {
    this.#state = 'ours';
    this.#local = successorOf(this.#local, this.#describer.offer());
    return this.#local;
  }

  /** Their new offer, once it has been answered. */
  heard(sdp: string | undefined): void {
    if (sdp === undefined) return;
    this.remote = sdp;
    this.#call.onRemoteSdp?.(sdp);
  }

  /** Why a new offer cannot be answered now (RFC 3311 §5.2): theirs waits for our answer, or ours for theirs. */
  offerProblem(): 500 | 491 | undefined {
    if (this.#state === 'settled') return undefined;
    return this.#state === 'ours' ? 491 : 500;
  }

  get #describer(): SessionDescriber {
    return this.#call.describer ?? lastDescription(this.#local);
  }
}
