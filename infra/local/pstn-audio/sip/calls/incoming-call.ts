import { addressHeader } from '../message/headers.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import { formatNameAddr } from '../message/name-addr.ts';
import { bodyText } from '../message/serialize.ts';
import { dialogAsCallee } from '../dialogs/dialog.ts';
import type { ServerTransaction } from '../transactions/layer.ts';
import type { SipAddress } from '../transport/transport.ts';
import type { CallEnd, ExtraHeaders, IncomingCall } from './call.ts';
import { contactHeader, newTag, respondTo, type CallCore } from './call-core.ts';
import { checkedHeaders, checkedText } from './extra-headers.ts';
import { Session } from './session.ts';
import { SettledOnce } from './settled-once.ts';

/** A call that came in (RFC 3261 §13.3): it waits until the application answers or rejects, or the caller cancels. */
export class ReceivedCall implements IncomingCall {
  readonly id: string;
  readonly request: SipRequest;
  readonly source: SipAddress;
  onRemoteSdp: IncomingCall['onRemoteSdp'];
  readonly #core: CallCore;
  readonly #transaction: ServerTransaction;
  readonly #tag: string;
  readonly #session: Session;
  readonly #ended = new SettledOnce<CallEnd>();
  #decided = false;

  constructor(core: CallCore, transaction: ServerTransaction) {
    this.#core = core;
    this.#transaction = transaction;
    this.id = core.ids.uuid();
    this.request = transaction.request;
    this.source = transaction.source;
    this.#tag = newTag(core.ids);
    const to = addressHeader(this.request, 'To') ?? {
      displayName: '',
      uri: this.request.uri,
      params: new Map<string, string>(),
    };
    const local = formatNameAddr({ ...to, params: new Map([...to.params, ['tag', this.#tag]]) });
    this.#session = new Session({
      core,
      dialog: dialogAsCallee(this.request, this.#tag, local),
      hop: { transport: transaction.transport, address: transaction.source },
      remoteSdp: bodyText(this.request),
      onRemoteSdp: (sdp) => this.onRemoteSdp?.(sdp),
      onEnded: (end) => this.#sessionEnded(end),
    });
    transaction.onCancel = () => this.#refuse(487, { by: 'remote', cause: 'cancel' });
  }

  get remoteSdp(): string | undefined {
    return this.#session.remoteSdp;
  }

  get ended(): Promise<CallEnd> {
    return this.#ended.promise;
  }

  ring(headers?: ExtraHeaders): void {
    this.#provisional(180, checkedHeaders(headers));
  }

  progress(sdp: string, headers?: ExtraHeaders): void {
    this.#provisional(183, checkedHeaders(headers), sdp);
  }

  answer(sdp: string, headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    if (this.#decided) return;
    this.#decided = true;
    this.#session.answer(this.#transaction, sdp, extra);
  }

  reject(status: number, reason?: string, headers?: ExtraHeaders): void {
    if (!Number.isInteger(status) || status < 300 || status > 699)
      throw new RangeError(`a call is rejected with a status from 300 to 699, not ${status}`);
    this.#refuse(status, { by: 'local', cause: 'refused', status }, checkedHeaders(headers), reason);
  }

  hangUp(headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    if (!this.#decided) this.#refuse(480, { by: 'local', cause: 'refused', status: 480 }, extra);
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
    if (this.#decided) return;
    // §12.1.1: the provisional response makes an early dialog, so it carries our tag and Contact.
    respondTo(this.#core, this.#transaction, status, {
      toTag: this.#tag,
      headers: [
        contactHeader(this.#transaction.transport),
        ...headers,
        ...(sdp === undefined ? [] : [{ name: 'Content-Type', value: 'application/sdp' }]),
      ],
      ...(sdp !== undefined && { body: Buffer.from(sdp) }),
    });
  }

  #refuse(status: number, end: CallEnd, headers: readonly SipHeader[] = [], reason?: string): void {
    const words = reason === undefined ? {} : { reason: checkedText('the reason phrase', reason) };
    if (this.#decided) return;
    this.#decided = true;
    respondTo(this.#core, this.#transaction, status, { toTag: this.#tag, headers, ...words });
    this.#session.abandon();
    this.#ended.settle(end);
  }

  // §15.1.2: a BYE in the early dialog ends the INVITE too, with 487.
  #sessionEnded(end: CallEnd): void {
    if (!this.#decided) this.#refuse(487, end);
    this.#ended.settle(end);
  }
}
