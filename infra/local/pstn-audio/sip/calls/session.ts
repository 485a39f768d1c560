import { headerValue } from '../message/headers.ts';
import { parseCSeq } from '../message/cseq.ts';
import { noBody, type SipHeader, type SipRequest, type SipResponse } from '../message/message.ts';
import { bodyText } from '../message/serialize.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import { GuardedState } from '../transactions/guarded-state.ts';
import type { ServerTransaction } from '../transactions/server-transaction.ts';
import type { Hop } from '../transport/transport.ts';
import { AnswerKeeper } from './answer-keeper.ts';
import type { CallEnd } from './call.ts';
import type { CallCredentials } from './call-credentials.ts';
import { contactHeader, respondTo, type CallCore, type DialogUser } from './call-core.ts';
import { allowedMethods, optionsHeaders } from './capabilities.ts';
import { DialogRequests } from './dialog-requests.ts';
import { PeerWatch } from './peer-watch.ts';
import type { SdpExchange } from './sdp-exchange.ts';
import { agreedInterval, intervalHeaders, refreshHeaders, SessionTimer } from './session-timer.ts';

interface SessionOptions {
  readonly core: CallCore;
  readonly dialog: Dialog;
  /** Which side of the call we are: whose INVITE made the dialog. */
  readonly role: 'caller' | 'callee';
  /** Where the dialog's first message came from or went to. */
  readonly hop: Hop;
  readonly sdp: SdpExchange;
  /** Takes a PRACK: what follows when it has been answered, or undefined when nothing waits for it. */
  readonly onPrack?: (prack: SipRequest) => (() => void) | undefined;
  /** What our requests say to those who ask who we are. */
  readonly credentials?: CallCredentials;
  /** Called at most once, when the session ends other than by `end`. */
  readonly onEnded: (end: CallEnd) => void;
}

const sdpType: SipHeader = { name: 'Content-Type', value: 'application/sdp' };
const retrySoon: SipHeader = { name: 'Retry-After', value: '1' };

/**
 * What happens inside one dialog of a call, the same for caller and callee.
 *
 *     early ──answer──► answering (200 sent) ──ACK──► confirmed ──re-INVITE──► answering
 *       │                   │    └ end: waiting for the ACK to send BYE │
 *       └───────────────────┴── BYE in or out, or no ACK ───────────────┴──────► ended
 */
export class Session implements DialogUser {
  readonly #options: SessionOptions;
  readonly #requests: DialogRequests;
  readonly #timer: SessionTimer;
  readonly #watch: PeerWatch;
  #keeper: { readonly keeper: AnswerKeeper; readonly sequence: number } | undefined;
  #byeHeaders: readonly SipHeader[] | undefined;
  readonly #state = new GuardedState('early', {
    early: ['answering', 'confirmed', 'ended'],
    answering: ['confirmed', 'ended'],
    confirmed: ['answering', 'ended'],
    ended: [],
  });

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#requests = new DialogRequests(options);
    this.#timer = new SessionTimer(options.core);
    this.#watch = new PeerWatch(options.core, this.#requests, () => this.#expired());
    options.core.dialogs.set(options.dialog.key, this);
  }

  /** Whether it is over, or only waits for the answer to its BYE. */
  get ended(): boolean {
    return this.#state.in('ended');
  }

  /** The caller's side: its INVITE has been answered and acknowledged. */
  confirm(response: SipResponse): void {
    this.#state.become('confirmed');
    this.#watch.start(response);
  }

  /** The callee's side: answers the INVITE with 200. */
  answer(transaction: ServerTransaction, sdp: string, headers: readonly SipHeader[] = []): void {
    const { core, dialog, sdp: exchange } = this.#options;
    const { request } = transaction;
    // An offer that their PRACK has answered is not made a second time (RFC 6337 §2.2).
    const described = exchange.settled && request.body.length === 0;
    if (!described) exchange.describe(sdp);
    if (this.#state.in('early')) this.#watch.start(request);
    this.#state.become('answering');
    const response = respondTo(core, transaction, 200, {
      toTag: dialog.localTag,
      headers: [
        contactHeader(core, transaction.transport, request.uri),
        { name: 'Allow', value: allowedMethods },
        ...this.#agree(request),
        ...headers,
        ...(described ? [] : [sdpType]),
      ],
      body: described ? noBody : Buffer.from(sdp),
    });
    this.#keeper = {
      keeper: new AnswerKeeper(core, transaction, response, () => this.#noAck()),
      sequence: sequenceOf(request),
    };
  }

  /** Ends an answered session with BYE, once the other side's ACK allows it (RFC 3261 §15). */
  end(headers: readonly SipHeader[] = []): void {
    if (this.#state.in('ended') || this.#byeHeaders !== undefined) return;
    if (this.#state.in('answering')) this.#byeHeaders = headers;
    else this.#sendBye(headers);
  }

  /** Forgets the session at once: nothing more is sent or repeated. One that has ended stays until its BYE is answered. */
  abandon(): void {
    if (!this.#state.in('ended')) this.#finish();
  }

  receiveAck(ack: SipRequest): void {
    if (this.#keeper?.sequence !== sequenceOf(ack) || !this.#state.in('answering')) return;
    this.#keeper.keeper.stop();
    this.#keeper = undefined;
    this.#state.become('confirmed');
    if (this.#byeHeaders !== undefined) this.#sendBye(this.#byeHeaders);
    else this.#options.sdp.takeAnswer(bodyText(ack));
  }

  /** Takes BYE, INVITE, OPTIONS, PRACK or UPDATE. */
  receive(transaction: ServerTransaction): void {
    const { core, dialog } = this.#options;
    const { request } = transaction;
    // §12.2.2: a request that is older than the last one is refused.
    if (!dialog.acceptSequence(request)) respondTo(core, transaction, 500);
    else if (request.method === 'BYE') this.#receiveBye(transaction);
    else if (request.method === 'INVITE') this.#receiveInvite(transaction);
    else if (request.method === 'UPDATE') this.#receiveUpdate(transaction);
    else if (request.method === 'PRACK') this.#receivePrack(transaction);
    else respondTo(core, transaction, 200, { headers: optionsHeaders });
  }

  #receiveBye(transaction: ServerTransaction): void {
    const { core, onEnded, role } = this.#options;
    // §15: a callee cannot hang up in an early dialog; it refuses the INVITE.
    if (this.#state.in('early') && role === 'caller') return void respondTo(core, transaction, 481);
    respondTo(core, transaction, 200);
    // A BYE that crosses our own is answered, and changes nothing else.
    if (this.#state.in('ended')) return;
    const wasOurs = this.#byeHeaders !== undefined;
    this.#finish();
    if (!wasOurs) onEnded({ by: 'remote', cause: 'bye' });
  }

  #receiveInvite(transaction: ServerTransaction): void {
    const { core, dialog, role, sdp } = this.#options;
    if (this.#state.in('ended')) return void respondTo(core, transaction, 481);
    // §14.2: an INVITE before the first has its final answer: theirs 500, ours 491.
    if (this.#state.in('early'))
      return void (role === 'caller'
        ? respondTo(core, transaction, 491)
        : respondTo(core, transaction, 500, { headers: [retrySoon] }));
    // RFC 5407 §3.1: our 200 is not acknowledged yet, so offers would be mixed up.
    if (this.#state.in('answering')) return void respondTo(core, transaction, 491);
    const offer = bodyText(transaction.request);
    const answer = offer === undefined ? sdp.offerAgain() : sdp.answerTo(offer);
    if (answer === undefined) return void respondTo(core, transaction, 488);
    dialog.refreshTarget(transaction.request);
    this.answer(transaction, answer);
    sdp.heard(offer);
  }

  // RFC 3311 §5.2: as a re-INVITE, but answered at once, and allowed before the call is.
  #receiveUpdate(transaction: ServerTransaction): void {
    const { core, dialog, sdp } = this.#options;
    const { request } = transaction;
    if (this.#state.in('ended')) return void respondTo(core, transaction, 481);
    const offer = bodyText(request);
    const problem = offer === undefined ? undefined : sdp.offerProblem();
    if (problem !== undefined)
      return void respondTo(core, transaction, problem, { headers: problem === 500 ? [retrySoon] : [] });
    const answer = offer === undefined ? undefined : sdp.answerTo(offer);
    if (offer !== undefined && answer === undefined) return void respondTo(core, transaction, 488);
    dialog.refreshTarget(request);
    respondTo(core, transaction, 200, {
      headers: [
        contactHeader(core, transaction.transport, request.uri),
        { name: 'Allow', value: allowedMethods },
        ...this.#agree(request),
        ...(answer === undefined ? [] : [sdpType]),
      ],
      body: answer === undefined ? noBody : Buffer.from(answer),
    });
    sdp.heard(offer);
  }

  #receivePrack(transaction: ServerTransaction): void {
    const { core, onPrack, sdp } = this.#options;
    const follow = onPrack?.(transaction.request);
    if (follow === undefined) return void respondTo(core, transaction, 481);
    const description = bodyText(transaction.request);
    // RFC 3262 §5: what it brings answers our offer; else it is an offer, if ours is not still to come.
    const answer =
      description === undefined || sdp.offerProblem() !== undefined ? undefined : sdp.answerTo(description);
    respondTo(core, transaction, 200, {
      headers: answer === undefined ? [] : [sdpType],
      body: answer === undefined ? noBody : Buffer.from(answer),
    });
    if (answer === undefined) sdp.takeAnswer(description);
    else sdp.heard(description);
    follow();
  }

  /** Agrees to a session timer, where the request asks for one. Before the call is answered there is no session to time. */
  #agree(request: SipRequest): SipHeader[] {
    if (this.#state.in('early')) return [];
    const interval = agreedInterval(request);
    this.#timer.restart(interval, {
      refresh: () => this.#refresh(interval?.seconds ?? 0),
      expired: () => this.#expired(),
    });
    return intervalHeaders(interval);
  }

  #refresh(seconds: number): void {
    const { core, hop } = this.#options;
    const ours = [contactHeader(core, hop.transport), ...refreshHeaders(seconds)];
    this.#requests.send('UPDATE', ours, ({ status }) => {
      if (this.#state.in('ended')) return;
      // RFC 5057: these say that the other side has no such call; what else it says, the session lasts until it expires.
      if (status === 481 || status === 408) this.#expired();
      else if (status >= 200 && status < 300)
        this.#timer.restart(
          { seconds, weRefresh: true },
          { refresh: () => this.#refresh(seconds), expired: () => this.#expired() },
        );
    });
  }

  // RFC 4028 §10: nobody has refreshed the session. Or the other side has no such call any more.
  #expired(): void {
    if (this.#state.in('ended') || this.#byeHeaders !== undefined) return;
    this.end();
    this.#options.onEnded({ by: 'transport', cause: 'timeout' });
  }

  // §13.3.1.4: no ACK within 64·T1; the session is ended with BYE.
  #noAck(): void {
    const wasOurs = this.#byeHeaders !== undefined;
    this.#keeper = undefined;
    this.#sendBye(this.#byeHeaders ?? []);
    if (!wasOurs) this.#options.onEnded({ by: 'transport', cause: 'timeout' });
  }

  #sendBye(headers: readonly SipHeader[]): void {
    this.#timer.stop();
    this.#watch.stop();
    this.#state.become('ended');
    // The dialog is kept until the BYE is answered, so that a BYE from the other side meanwhile finds it.
    this.#requests.send('BYE', headers, () => this.#forget());
  }

  #finish(): void {
    this.#timer.stop();
    this.#watch.stop();
    this.#keeper?.keeper.stop();
    this.#keeper = undefined;
    this.#state.become('ended');
    this.#forget();
  }

  #forget(): void {
    this.#options.core.dialogs.delete(this.#options.dialog.key);
  }
}

function sequenceOf(request: SipRequest): number {
  return parseCSeq(headerValue(request, 'CSeq') ?? '')?.number ?? -1;
}
