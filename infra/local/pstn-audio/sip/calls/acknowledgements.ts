import type { Dialog } from '../dialogs/dialog.ts';
import { parseCSeq } from '../message/cseq.ts';
import { headerValue, tagOf } from '../message/headers.ts';
import type { SipRequest, SipResponse } from '../message/message.ts';
import type { Hop } from '../transport/transport.ts';
import { agentHeaders, hopWithin, newVia, type CallCore } from './call-core.ts';
import { carriedCredentials } from './call-credentials.ts';

/** Our ACKs of the 2xx that an INVITE has brought: one for each branch of a forked one. */
export class Acknowledgements {
  readonly #core: CallCore;
  /** By the tag of whoever answered. */
  readonly #sent = new Map<string, { readonly ack: SipRequest; readonly hop: Hop }>();

  constructor(core: CallCore) {
    this.#core = core;
  }

  /** Sends the ACK of a 2xx once more; false when there has been none yet (RFC 3261 §13.2.2.4: the ACK may have been lost). */
  repeat(response: SipResponse): boolean {
    const known = this.#sent.get(tagOf(response, 'To'));
    if (known === undefined) return false;
    this.#core.layer.sendOnce(known.ack, known.hop);
    return true;
  }

  /** Acknowledges the 2xx that has made the dialog; `hop` is where the INVITE went. */
  send(invite: SipRequest, dialog: Dialog, hop: Hop): void {
    const next = hopWithin(this.#core, dialog, hop);
    const number = parseCSeq(headerValue(invite, 'CSeq') ?? '')?.number ?? 1;
    // The ACK of a 2xx has a branch of its own, and the INVITE's number and credentials (§13.2.2.4, §22.1).
    const ack = dialog.request('ACK', newVia(this.#core, next.transport), number, [
      ...agentHeaders(this.#core),
      ...carriedCredentials(invite.headers),
    ]);
    this.#sent.set(dialog.remoteTag, { ack, hop: next });
    this.#core.layer.sendOnce(ack, next);
  }
}
