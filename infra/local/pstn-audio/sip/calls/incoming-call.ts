import { addressHeader, headerValue } from '../message/headers.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { formatNameAddr } from '../message/name-addr.ts';
import { bodyText } from '../message/serialize.ts';
import { dialogAsCallee } from '../dialogs/dialog.ts';
import { GuardedState } from '../transactions/guarded-state.ts';
import type { ServerTransaction } from '../transactions/server-transaction.ts';
import type { Protocol, SipAddress } from '../transport/transport.ts';
import type { CallEnd, ExtraHeaders, IncomingCall } from './call.ts';
import { contactHeader, newTag, respondTo, type CallCore } from './call-core.ts';
import { allowedMethods } from './capabilities.ts';
import { checkedHeaders, checkedText } from './extra-headers.ts';
import { ReliableProvisionals, wantsReliable } from './reliable-provisionals.ts';
import { SdpExchange } from './sdp-exchange.ts';
import { Session } from './session.ts';
import { SettledOnce } from './settled-once.ts';
import { wayBack } from './way-back.ts';

/**
 * A call that came in (RFC 3261 §13.3): it waits until the application answers or rejects, or the caller cancels.
 *
 *     open ──answer──► answering (while a description waits for its PRACK) ──► answered ──► (see Session)
 *       └── reject, hangUp, CANCEL, BYE, or no PRACK ──┴──► refused
 */
export class ReceivedCall implements IncomingCall {
  readonly id: string;
  readonly sipCallId: string;
  readonly request: SipRequest;
  readonly source: SipAddress;
  readonly protocol: Protocol;
  onRemoteSdp: IncomingCall['onRemoteSdp'];
  describer: IncomingCall['describer'];
  readonly #core: CallCore;
  readonly #transaction: ServerTransaction;
  readonly #tag: string;
  readonly #sdp: SdpExchange;
  readonly #session: Session;
  readonly #reliable: ReliableProvisionals | undefined;
  readonly #ended = new SettledOnce<CallEnd>();
  readonly #state = new GuardedState('open', {
    open: ['answering', 'refused'],
    answering: ['answered', 'refused'],
    answered: [],
    refused: [],
  });

  constructor(core: CallCore, transaction: ServerTransaction) {
    this.#core = core;
    this.#transaction = transaction;
    this.id = core.ids.uuid();
    this.request = transaction.request;
    this.sipCallId = headerValue(this.request, 'Call-ID') ?? '';
    this.source = transaction.source;
    this.protocol = transaction.transport.protocol;
    this.#tag = newTag(core.ids);
    const to = addressHeader(this.request, 'To') ?? {
      displayName: '',
      uri: this.request.uri,
      params: new Map<string, string>(),
    };
    const local = formatNameAddr({ ...to, params: new Map([...to.params, ['tag', this.#tag]]) });
    this.#sdp = SdpExchange.ofCallee(bodyText(this.request), this);
    this.#session = new Session({
      core,
      dialog: dialogAsCallee(this.request, this.#tag, local),
      role: 'callee',
      hop: wayBack(transaction),
      sdp: this.#sdp,
      onPrack: (prack) => this.#reliable?.acknowledge(prack),
      onEnded: (end) => this.#sessionEnded(end),
    });
    if (wantsReliable(this.request))
      // RFC 3262 §3: 64·T1 without PRACK; the INVITE is refused with a 5xx.
      this.#reliable = new ReliableProvisionals(core, transaction, () =>
        this.#refuse(504, { by: 'transport', cause: 'timeout', status: 504 }),
      );
    transaction.localTag = this.#tag;
    transaction.onCancel = () => this.#refuse(487, { by: 'remote', cause: 'cancel' });
  }

  get remoteSdp(): string | undefined {
    return this.#sdp.remote;
  }

  get ended(): Promise<CallEnd> {
    return this.#ended.promise;
  }

  ring(headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    // RFC 3262 §5: what goes reliably to an INVITE without an offer must bring ours, and 180 has none.
    if (this.#reliable === undefined || this.#sdp.settled || this.remoteSdp !== undefined)
      this.#provisional(180, extra);
  }

  progress(sdp: string, headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    if (this.#reliable === undefined && this.remoteSdp === undefined) this.#provisional(180, extra);
    else this.#provisional(183, extra, sdp);
  }

  answer(sdp: string, headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    if (!this.#state.in('open')) return;
    this.#state.become('answering');
    const answer = (): void => {
      this.#state.become('answered');
      this.#session.answer(this.#transaction, sdp, extra);
    };
    if (this.#reliable === undefined) answer();
    else this.#reliable.afterDescriptions(answer);
  }

  reject(status: number, reason?: string, headers?: ExtraHeaders): void {
    if (!Number.isInteger(status) || status < 300 || status > 699)
      throw new RangeError(`a call is rejected with a status from 300 to 699, not ${status}`);
    if (this.#state.in('answering')) return;
    this.#refuse(status, { by: 'local', cause: 'refused', status }, checkedHeaders(headers), reason);
  }

  hangUp(headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    if (!this.#state.in('answered')) this.#refuse(480, { by: 'local', cause: 'refused', status: 480 }, extra);
    else if (!this.#ended.settled) {
      this.#session.end(extra);
      this.#ended.settle({ by: 'local', cause: 'bye' });
    }
  }

  /** Gives the call up without waiting for anyone: the user agent closes. */
  abandon(): void {
    this.hangUp();
    this.#session.abandon();
  }

  #provisional(status: number, headers: readonly SipHeader[], sdp?: string): void {
    if (!this.#state.in('open')) return;
    const send = (reliability: readonly SipHeader[]): SipResponse => {
      // A description that surely arrives is an answer, or an offer; one that may be lost is neither (RFC 6337 §2.1).
      if (sdp !== undefined && reliability.length > 0) this.#sdp.describe(sdp);
      // §12.1.1: the provisional response makes an early dialog, so it carries our tag and Contact.
      return respondTo(this.#core, this.#transaction, status, {
        toTag: this.#tag,
        headers: [
          contactHeader(this.#core, this.#transaction.transport, this.request.uri),
          // RFC 3311 §5.1: the caller learns that it may send UPDATE.
          { name: 'Allow', value: allowedMethods },
          ...reliability,
          ...headers,
          ...(sdp === undefined ? [] : [{ name: 'Content-Type', value: 'application/sdp' }]),
        ],
        ...(sdp !== undefined && { body: Buffer.from(sdp) }),
      });
    };
    if (this.#reliable === undefined) send([]);
    else this.#reliable.send({ send, hasSdp: sdp !== undefined });
  }

  #refuse(status: number, end: CallEnd, headers: readonly SipHeader[] = [], reason?: string): void {
    const words = reason === undefined ? {} : { reason: checkedText('the reason phrase', reason) };
    if (!this.#state.in('open', 'answering')) return;
    this.#state.become('refused');
    this.#reliable?.stop();
    respondTo(this.#core, this.#transaction, status, { toTag: this.#tag, headers, ...words });
    this.#session.abandon();
    this.#ended.settle(end);
  }

  // §15.1.2: a BYE in the early dialog ends the INVITE too, with 487.
  #sessionEnded(end: CallEnd): void {
    this.#refuse(487, end);
    this.#ended.settle(end);
  }
}
