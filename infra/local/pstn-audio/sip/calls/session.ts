import { headerValue } from '../message/headers.ts';
import { parseCSeq } from '../message/cseq.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import { bodyText } from '../message/serialize.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import { formatSdpAnswer, mirrorDirection, parseSdp } from '../sdp.ts';
import { GuardedState } from '../transactions/guarded-state.ts';
import type { ServerTransaction } from '../transactions/layer.ts';
import type { Hop } from '../transport/transport.ts';
import { AnswerKeeper } from './answer-keeper.ts';
import type { CallEnd } from './call.ts';
import { allowedMethods, contactHeader, newVia, respondTo, type CallCore, type DialogUser } from './call-core.ts';
import { optionsHeaders } from './capabilities.ts';

interface SessionOptions {
  readonly core: CallCore;
  readonly dialog: Dialog;
  /** Where the dialog's first message came from or went to. */
  readonly hop: Hop;
  readonly remoteSdp: string | undefined;
  readonly onRemoteSdp: (sdp: string) => void;
  /** Called at most once, when the session ends other than by `end`. */
  readonly onEnded: (end: CallEnd) => void;
}

/**
 * What happens inside one dialog of a call, the same for caller and callee.
 *
 *     early ──answer──► answering (200 sent) ──ACK──► confirmed ──re-INVITE──► answering
 *       │                   │    └ end: waiting for the ACK to send BYE │
 *       └───────────────────┴── BYE in or out, or no ACK ───────────────┴──────► ended
 */
export class Session implements DialogUser {
  remoteSdp: string | undefined;
  readonly #options: SessionOptions;
  #localSdp = '';
  #keeper: { readonly keeper: AnswerKeeper; readonly sequence: number; readonly lateOffer: boolean } | undefined;
  #byeHeaders: readonly SipHeader[] | undefined;
  readonly #state = new GuardedState('early', {
    early: ['answering', 'confirmed', 'ended'],
    answering: ['confirmed', 'ended'],
    confirmed: ['answering', 'ended'],
    ended: [],
  });

  constructor(options: SessionOptions) {
    this.#options = options;
    this.remoteSdp = options.remoteSdp;
    options.core.dialogs.set(options.dialog.key, this);
  }

  /** The caller's side: its INVITE has been answered and acknowledged. */
  confirm(localSdp: string): void {
    this.#localSdp = localSdp;
    this.#state.become('confirmed');
  }

  /** The callee's side: answers the INVITE with 200. */
  answer(transaction: ServerTransaction, sdp: string, headers: readonly SipHeader[] = []): void {
    const { core, dialog } = this.#options;
    this.#localSdp = sdp;
    this.#state.become('answering');
    const contact = contactHeader(transaction.transport);
    const response = respondTo(core, transaction, 200, {
      toTag: dialog.localTag,
      headers: [
        contact,
        { name: 'Allow', value: allowedMethods },
        ...headers,
        { name: 'Content-Type', value: 'application/sdp' },
      ],
      body: Buffer.from(sdp),
    });
    this.#keeper = {
      keeper: new AnswerKeeper(core, transaction, response, () => this.#noAck()),
      sequence: sequenceOf(transaction.request),
      lateOffer: transaction.request.body.length === 0,
    };
  }

  /** Ends an answered session with BYE, once the other side's ACK allows it (RFC 3261 §15). */
  end(headers: readonly SipHeader[] = []): void {
    if (this.#state.in('ended') || this.#byeHeaders !== undefined) return;
    if (this.#state.in('answering')) this.#byeHeaders = headers;
    else this.#sendBye(headers);
  }

  /** Forgets the session at once: nothing more is sent or repeated. */
  abandon(): void {
    if (!this.#state.in('ended')) this.#finish();
  }

  receiveAck(ack: SipRequest): void {
    if (this.#keeper?.sequence !== sequenceOf(ack) || !this.#state.in('answering')) return;
    const { keeper, lateOffer } = this.#keeper;
    keeper.stop();
    this.#keeper = undefined;
    this.#state.become('confirmed');
    if (this.#byeHeaders !== undefined) this.#sendBye(this.#byeHeaders);
    else if (lateOffer) this.#noteRemote(bodyText(ack));
  }

  /** Takes BYE, INVITE or OPTIONS. */
  receive(transaction: ServerTransaction): void {
    const { core, dialog } = this.#options;
    const { request } = transaction;
    // §12.2.2: a request that is older than the last one is refused.
    if (!dialog.acceptSequence(request)) respondTo(core, transaction, 500);
    else if (request.method === 'BYE') this.#receiveBye(transaction);
    else if (request.method === 'INVITE') this.#receiveInvite(transaction);
    else respondTo(core, transaction, 200, { headers: optionsHeaders });
  }

  #receiveBye(transaction: ServerTransaction): void {
    respondTo(this.#options.core, transaction, 200);
    // A BYE that crosses our own is answered, and changes nothing else.
    if (this.#state.in('ended')) return;
    const wasOurs = this.#byeHeaders !== undefined;
    this.#finish();
    if (!wasOurs) this.#options.onEnded({ by: 'remote', cause: 'bye' });
  }

  #receiveInvite(transaction: ServerTransaction): void {
    const { core, dialog } = this.#options;
    if (this.#state.in('ended')) respondTo(core, transaction, 481);
    // §14.2: a second INVITE before the first has its final answer.
    else if (this.#state.in('early'))
      respondTo(core, transaction, 500, { headers: [{ name: 'Retry-After', value: '1' }] });
    // RFC 5407 §3.1: our 200 is not acknowledged yet, so offers would be mixed up.
    else if (this.#state.in('answering')) respondTo(core, transaction, 491);
    else {
      dialog.refreshTarget(transaction.request);
      const offer = bodyText(transaction.request);
      this.answer(transaction, offer === undefined ? this.#localSdp : answerAgain(offer, this.#localSdp));
      this.#noteRemote(offer);
    }
  }

  #noteRemote(sdp: string | undefined): void {
    if (sdp === undefined) return;
    this.remoteSdp = sdp;
    this.#options.onRemoteSdp(sdp);
  }

  // §13.3.1.4: no ACK within 64·T1; the session is ended with BYE.
  #noAck(): void {
    const wasOurs = this.#byeHeaders !== undefined;
    this.#keeper = undefined;
    this.#sendBye(this.#byeHeaders ?? []);
    if (!wasOurs) this.#options.onEnded({ by: 'transport', cause: 'timeout' });
  }

  #sendBye(headers: readonly SipHeader[]): void {
    const { core, dialog, hop } = this.#options;
    this.#state.become('ended');
    const agent = core.userAgentName === undefined ? [] : [{ name: 'User-Agent', value: core.userAgentName }];
    const bye = dialog.request('BYE', newVia(core.ids, hop.transport), dialog.nextSequence(), [...headers, ...agent]);
    // The dialog is kept until the BYE is answered, so that a BYE from the other side meanwhile finds it.
    const forget = (): void => void core.dialogs.delete(dialog.key);
    const onResponse = ({ status }: { status: number }): void => {
      if (status >= 200) forget();
    };
    core.layer.request(
      bye,
      { ...hop, address: dialog.nextHop(hop.address) },
      { onResponse, onTimeout: forget, onUnreachable: forget },
    );
  }

  #finish(): void {
    this.#keeper?.keeper.stop();
    this.#keeper = undefined;
    this.#state.become('ended');
    this.#options.core.dialogs.delete(this.#options.dialog.key);
  }
}

function sequenceOf(request: SipRequest): number {
  return parseCSeq(headerValue(request, 'CSeq') ?? '')?.number ?? -1;
}

/** Our description once more, as the answer to a new offer; a description that cannot be read goes out as it was. */
function answerAgain(offer: string, ours: string): string {
  const theirs = parseSdp(offer);
  const own = parseSdp(ours);
  if (theirs.kind === 'malformed' || own.kind === 'malformed') return ours;
  const direction = mirrorDirection(theirs.session.direction);
  const version = String(BigInt(own.session.version) + 1n);
  return formatSdpAnswer(offer, { ...own.session, version, direction });
}
