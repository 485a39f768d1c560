import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { tagOf } from '../message/headers.ts';
import { bodyText } from '../message/serialize.ts';
import { dialogAsCaller, type Dialog } from '../dialogs/dialog.ts';
import { GuardedState } from '../transactions/guarded-state.ts';
import type { ClientMachine } from '../transactions/machine.ts';
import { TimerSet } from '../transactions/timer-set.ts';
import type { Hop } from '../transport/transport.ts';
import type { CallEnd, ExtraHeaders, InviteOutcome, OutgoingCall } from './call.ts';
import { newVia, type CallCore } from './call-core.ts';
import { checkedHeaders } from './extra-headers.ts';
import { buildCancel } from './outgoing-invite.ts';
import { Session } from './session.ts';
import { SettledOnce } from './settled-once.ts';

/**
 * A call that goes out (RFC 3261 §13.2).
 *
 *     calling ──1xx──► proceeding ──────2xx: ACK──► answered ──► (see Session)
 *       │  └─────────────────────────────2xx: ACK────▲
 *       │ cancel          │ cancel: CANCEL
 *       ▼                 ▼
 *     cancelWanted ─1xx─► cancelling ──487, 2xx: ACK and BYE, or silence──► over
 *       (calling and proceeding are over, too, with a refusal, Timer B or a transport error)
 */
export class PlacedCall implements OutgoingCall {
  readonly id: string;
  onProgress: OutgoingCall['onProgress'];
  onRemoteSdp: OutgoingCall['onRemoteSdp'];
  readonly #core: CallCore;
  readonly #invite: SipRequest;
  readonly #hop: Hop;
  readonly #transaction: ClientMachine;
  readonly #timers: TimerSet<'cancel'>;
  readonly #answered = new SettledOnce<InviteOutcome>();
  readonly #ended = new SettledOnce<CallEnd>();
  /** Our ACK by the tag of the 2xx it acknowledges: one for each branch of a forked INVITE. */
  readonly #acks = new Map<string, { readonly ack: SipRequest; readonly hop: Hop }>();
  #session: Session | undefined;
  #earlySdp: string | undefined;
  #cancelHeaders: readonly SipHeader[] = [];
  readonly #state = new GuardedState('calling', {
    calling: ['proceeding', 'cancelWanted', 'answered', 'over'],
    proceeding: ['cancelling', 'answered', 'over'],
    cancelWanted: ['cancelling', 'over'],
    cancelling: ['over'],
    answered: [],
    over: [],
  });

  constructor(core: CallCore, invite: SipRequest, hop: Hop) {
    this.id = core.ids.uuid();
    this.#core = core;
    this.#invite = invite;
    this.#hop = hop;
    this.#timers = new TimerSet(core.timers);
    this.#transaction = core.layer.request(invite, hop, {
      onResponse: (response) => this.#receive(response),
      onTimeout: () => this.#over({ kind: 'timedOut' }, { by: 'transport', cause: 'timeout' }),
      onUnreachable: (cause) =>
        this.#over({ kind: 'unreachable', cause: cause.message }, { by: 'transport', cause: 'unreachable' }),
    });
  }

  get answered(): Promise<InviteOutcome> {
    return this.#answered.promise;
  }

  get ended(): Promise<CallEnd> {
    return this.#ended.promise;
  }

  get remoteSdp(): string | undefined {
    return this.#session?.remoteSdp ?? this.#earlySdp;
  }

  cancel(headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    if (!this.#state.in('calling', 'proceeding')) return;
    this.#cancelHeaders = extra;
    // §9.1: without a provisional response the CANCEL might overtake its INVITE, so it waits for one.
    if (this.#state.in('calling')) this.#state.become('cancelWanted');
    else this.#sendCancel();
  }

  hangUp(headers?: ExtraHeaders): void {
    const extra = checkedHeaders(headers);
    if (!this.#state.in('answered')) this.cancel(headers);
    else if (!this.#ended.settled) {
      this.#session?.end(extra);
      this.#ended.settle({ by: 'local', cause: 'bye' });
    }
  }

  /** Gives the call up without waiting for anyone: the user agent closes. */
  abandon(): void {
    this.hangUp();
    if (!this.#state.in('answered', 'over')) this.#cancelled();
  }

  #receive(response: SipResponse): void {
    if (response.status >= 300) this.#refused(response);
    else if (response.status >= 200) this.#success(response);
    else this.#provisional(response);
  }

  #provisional(response: SipResponse): void {
    if (this.#state.in('cancelWanted')) this.#sendCancel();
    else if (this.#state.in('calling')) this.#state.become('proceeding');
    if (response.status === 100 || !this.#state.in('proceeding')) return;
    const sdp = bodyText(response);
    this.#earlySdp = sdp ?? this.#earlySdp;
    this.onProgress?.(response.status, sdp);
  }

  #refused(response: SipResponse): void {
    const { reason, status } = response;
    if (this.#state.in('cancelWanted', 'cancelling')) this.#cancelled(status);
    else this.#over({ kind: 'refused', status, reason, response }, { by: 'remote', cause: 'refused', status });
  }

  #success(response: SipResponse): void {
    // §13.2.2.4: each repetition of a 2xx, whose ACK may have been lost, gets the same ACK again.
    const known = this.#acks.get(tagOf(response, 'To'));
    if (known !== undefined) {
      this.#core.layer.sendOnce(known.ack, known.hop);
      return;
    }
    const dialog = dialogAsCaller(this.#invite, response);
    this.#acknowledge(dialog);
    const session = new Session({
      core: this.#core,
      dialog,
      hop: this.#hop,
      // Some answer with early media only and leave the 200 without a description.
      remoteSdp: bodyText(response) ?? this.#earlySdp,
      onRemoteSdp: (sdp) => this.onRemoteSdp?.(sdp),
      onEnded: (end) => this.#ended.settle(end),
    });
    session.confirm(bodyText(this.#invite) ?? '');
    if (this.#state.in('calling', 'proceeding')) {
      this.#session = session;
      this.#state.become('answered');
      this.#answered.settle({ kind: 'answered', sdp: session.remoteSdp ?? '', response });
      return;
    }
    // A 200 that crossed our CANCEL (§9.1), or a second branch of a forked INVITE: acknowledged and ended at once.
    session.end();
    if (this.#state.in('cancelWanted', 'cancelling')) this.#cancelled();
  }

  #acknowledge(dialog: Dialog): void {
    const hop = { ...this.#hop, address: dialog.nextHop(this.#hop.address) };
    const agent: SipHeader[] =
      this.#core.userAgentName === undefined ? [] : [{ name: 'User-Agent', value: this.#core.userAgentName }];
    // The ACK of a 2xx has a branch of its own and the INVITE's number.
    const ack = dialog.request('ACK', newVia(this.#core.ids, hop.transport), 1, agent);
    this.#acks.set(dialog.remoteTag, { ack, hop });
    this.#core.layer.sendOnce(ack, hop);
  }

  #sendCancel(): void {
    this.#state.become('cancelling');
    const ignore = (): void => undefined;
    this.#core.layer.request(buildCancel(this.#invite, this.#cancelHeaders), this.#hop, {
      onResponse: ignore,
      onTimeout: ignore,
      onUnreachable: ignore,
    });
    // §9.1: when no final response comes within 64·T1, the INVITE counts as cancelled.
    this.#timers.start('cancel', 64 * this.#core.timing.t1, () => {
      this.#transaction.stop();
      this.#cancelled();
    });
  }

  #cancelled(status?: number): void {
    this.#over({ kind: 'cancelled' }, { by: 'local', cause: 'cancel', ...(status !== undefined && { status }) });
  }

  #over(outcome: InviteOutcome, end: CallEnd): void {
    const cancelled = this.#state.in('cancelWanted', 'cancelling');
    this.#timers.stopAll();
    this.#state.become('over');
    // Whatever came of an INVITE that we wanted cancelled, it is cancelled.
    this.#answered.settle(cancelled ? { kind: 'cancelled' } : outcome);
    this.#ended.settle(cancelled ? { ...end, by: 'local', cause: 'cancel' } : end);
  }
}
