import { headerValue, headerValues, tagOf } from '../message/headers.ts';
import type { SipRequest, SipResponse } from '../message/message.ts';
import { parseCSeq } from '../message/cseq.ts';
import { bodyText } from '../message/serialize.ts';
import { dialogAsCaller, type Dialog } from '../dialogs/dialog.ts';
import type { Hop } from '../transport/transport.ts';
import { agentHeaders, hopWithin, newVia, type CallCore } from './call-core.ts';
import type { CallCredentials } from './call-credentials.ts';
import { SdpExchange, type DescribedCall } from './sdp-exchange.ts';
import { Session } from './session.ts';
import type { CallEnd } from './call.ts';

/** One of those whom an INVITE of ours has reached: a proxy may have forked it to several (RFC 3261 §12.1.2). */
export interface Branch {
  readonly dialog: Dialog;
  readonly sdp: SdpExchange;
  session: Session;
  /** Number of the last reliable provisional response (RFC 3262 §4). */
  reliable: number | undefined;
}

interface EarlyDialogsOptions {
  readonly core: CallCore;
  readonly credentials: CallCredentials;
  readonly call: DescribedCall;
  readonly onEnded: (end: CallEnd) => void;
}

/** The dialogs that the responses to an INVITE of ours make, by the tag of whoever responds. */
export class EarlyDialogs {
  readonly #options: EarlyDialogsOptions;
  readonly #branches = new Map<string, Branch>();

  constructor(options: EarlyDialogsOptions) {
    this.#options = options;
  }

  /**
   * Takes a provisional response, and acknowledges one that asks for it (RFC 3262 §4); undefined when it is the repetition of
   * one that was taken, or one that came out of order. A response without a tag makes no dialog.
   */
  provisional(invite: SipRequest, response: SipResponse, hop: Hop): { readonly sdp: string | undefined } | undefined {
    const sdp = bodyText(response);
    if (tagOf(response, 'To') === '') return { sdp };
    const branch = this.branchOf(invite, response, hop);
    if (headerValues(response, 'Require').some((tag) => tag.toLowerCase() === '100rel')) {
      const number = Number(headerValue(response, 'RSeq'));
      if (!Number.isInteger(number) || (branch.reliable !== undefined && number !== branch.reliable + 1))
        return undefined;
      branch.reliable = number;
      this.#acknowledge(invite, branch, number, hop);
      if (sdp !== undefined) branch.sdp.answeredWith(sdp);
    } else branch.sdp.remote = sdp ?? branch.sdp.remote;
    return { sdp };
  }

  /** The dialog with whoever sent `response`. */
  branchOf(invite: SipRequest, response: SipResponse, hop: Hop): Branch {
    const tag = tagOf(response, 'To');
    const known = this.#branches.get(tag);
    if (known !== undefined) return known;
    const dialog = dialogAsCaller(invite, response);
    const sdp = SdpExchange.ofCaller(bodyText(invite) ?? '', this.#options.call);
    const branch: Branch = { dialog, sdp, session: this.#session(dialog, sdp, hop), reliable: undefined };
    this.#branches.set(tag, branch);
    return branch;
  }

  /** A branch that was given up answers after all: it gets a session again, to be ended. */
  revive(branch: Branch, hop: Hop): void {
    branch.session = this.#session(branch.dialog, branch.sdp, hop);
  }

  /** Forgets the sessions of all but `kept`: their requests find no dialog any more. */
  abandonOthers(kept?: Branch): void {
    for (const branch of this.#branches.values()) if (branch !== kept) branch.session.abandon();
  }

  /** Forgets all of them: the INVITE goes out anew, and whoever answers that one is new, even under the same tag. */
  forgetAll(): void {
    this.abandonOthers();
    this.#branches.clear();
  }

  #session(dialog: Dialog, sdp: SdpExchange, hop: Hop): Session {
    const { core, credentials, onEnded } = this.#options;
    return new Session({ core, dialog, role: 'caller', hop, sdp, credentials, onEnded });
  }

  #acknowledge(invite: SipRequest, { dialog }: Branch, number: number, hop: Hop): void {
    const { core, credentials } = this.#options;
    const next = hopWithin(core, dialog, hop);
    const sequence = parseCSeq(headerValue(invite, 'CSeq') ?? '')?.number ?? 0;
    const prack = dialog.request('PRACK', newVia(core, next.transport), dialog.nextSequence(), [
      { name: 'RAck', value: `${number} ${sequence} INVITE` },
      ...agentHeaders(core),
      ...credentials.headers('PRACK', dialog.requestUri),
    ]);
    // A PRACK that fails changes nothing: the response is repeated, or the INVITE refused.
    const ignore = (): void => undefined;
    core.layer.request(prack, next, { onResponse: ignore, onTimeout: ignore, onUnreachable: ignore });
  }
}
