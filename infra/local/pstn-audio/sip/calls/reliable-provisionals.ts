import { headerValue, headerValues } from '../message/headers.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { parseCSeq } from '../message/cseq.ts';
import type { ServerTransaction } from '../transactions/server-transaction.ts';
import { TimerSet } from '../transactions/timer-set.ts';
import type { CallCore } from './call-core.ts';

/** A provisional response to be sent; `headers` are what makes it a reliable one. */
interface Provisional {
  readonly send: (headers: readonly SipHeader[]) => SipResponse;
  readonly hasSdp: boolean;
}

/** Whether provisional responses to this INVITE must go reliably (RFC 3262 §3). */
export function wantsReliable(invite: SipRequest): boolean {
  return headerValues(invite, 'Require').some((tag) => tag.toLowerCase() === '100rel');
}

/**
 * Provisional responses that are repeated until their PRACK is here (RFC 3262 §3): one at a time, the next ones wait.
 *
 *     idle ── send ──► unacknowledged (repeated: T1, 2·T1, 4·T1 …) ── PRACK ──► idle, or the next one
 *                            └────────── 64·T1 without PRACK ──► given up
 */
export class ReliableProvisionals {
  readonly #core: CallCore;
  readonly #transaction: ServerTransaction;
  readonly #onGivenUp: () => void;
  readonly #timers: TimerSet<'again' | 'give up'>;
  readonly #waiting: Provisional[] = [];
  #sequence: number;
  #current: Provisional | undefined;
  #whenDescribed: (() => void) | undefined;

  constructor(core: CallCore, transaction: ServerTransaction, onGivenUp: () => void) {
    this.#core = core;
    this.#transaction = transaction;
    this.#onGivenUp = onGivenUp;
    this.#timers = new TimerSet(core.timers);
    // §3: the first number is a random one, below 2³¹.
    this.#sequence = Buffer.from(core.ids.randomBytes(4)).readUInt32BE() >>> 2;
  }

  send(provisional: Provisional): void {
    if (this.#current === undefined) this.#sendNow(provisional);
    else this.#waiting.push(provisional);
  }

  /**
   * Takes the PRACK of the response that waits for one, and returns what is to follow once it has been answered;
   * undefined when it means another (§3: 481). One that crosses our final response is welcome, too.
   */
  acknowledge(prack: SipRequest): (() => void) | undefined {
    const [number, invite, method] = (headerValue(prack, 'RAck') ?? '').split(/\s+/u);
    const meant = parseCSeq(headerValue(this.#transaction.request, 'CSeq') ?? '');
    const fits = Number(number) === this.#sequence && Number(invite) === meant?.number && method === meant.method;
    if (this.#current === undefined || !fits) return undefined;
    this.#timers.stopAll();
    this.#current = undefined;
    return () => {
      const next = this.#waiting.shift();
      if (next !== undefined) this.#sendNow(next);
      else this.#described();
    };
  }

  /**
   * Calls `action` once no response with a session description waits for its PRACK: the 200 may go then (§3). Responses
   * that have not gone out yet are dropped.
   */
  afterDescriptions(action: () => void): void {
    this.#waiting.length = 0;
    this.#whenDescribed = action;
    if (this.#current?.hasSdp !== true) this.#described();
  }

  /** Nothing more is sent or repeated. */
  stop(): void {
    this.#timers.stopAll();
    this.#waiting.length = 0;
    this.#whenDescribed = undefined;
  }

  #described(): void {
    const action = this.#whenDescribed;
    if (action === undefined) return;
    this.stop();
    action();
  }

  #sendNow(provisional: Provisional): void {
    const { t1 } = this.#core.timing;
    this.#current = provisional;
    this.#sequence += 1;
    const response = provisional.send([
      { name: 'Require', value: '100rel' },
      { name: 'RSeq', value: String(this.#sequence) },
    ]);
    this.#timers.repeat('again', t1, Number.POSITIVE_INFINITY, () => this.#transaction.respond(response));
    this.#timers.start('give up', 64 * t1, () => {
      this.stop();
      this.#onGivenUp();
    });
  }
}
