import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { headerValue } from '../message/headers.ts';
import { bodyText } from '../message/serialize.ts';
import { GuardedState } from '../transactions/guarded-state.ts';
import type { ClientMachine } from '../transactions/machine.ts';
import { TimerSet } from '../transactions/timer-set.ts';
import type { Hop } from '../transport/transport.ts';
import { Acknowledgements } from './acknowledgements.ts';
import type { CallEnd, ExtraHeaders, InviteOutcome, OutgoingCall } from './call.ts';
import { CallCredentials, type Challenges } from './call-credentials.ts';
import type { CallCore } from './call-core.ts';
import { EarlyDialogs, type Branch } from './early-dialogs.ts';
import { checkedHeaders } from './extra-headers.ts';
import { buildCancel, inviteAgain } from './outgoing-invite.ts';
import { SettledOnce } from './settled-once.ts';

/** What a call goes out with. */
export interface Placement {
  readonly invite: SipRequest;
  readonly hop: Hop;
  /** How to try again when the first way cannot be had (RFC 3261 §18.1.1). */
  readonly fallback?: Hop;
  readonly credentials?: ConstructorParameters<typeof CallCredentials>[0];
}

/**
 * A call that goes out (RFC 3261 §13.2).
 *
 *     calling ──1xx──► proceeding ──────2xx: ACK──► answered ──► (see Session)
 *       │ ▲└──────────────│──────────────2xx: ACK────▲
 *       │ └─401, 407: once more, with credentials
 *       │ cancel          │ cancel: CANCEL
 *       ▼                 ▼
 *     cancelWanted ─1xx─► cancelling ──487, 2xx: ACK and BYE, or silence──► over
 *       (calling and proceeding are over, too, with a refusal, Timer B or a transport error)
 */
export class PlacedCall implements OutgoingCall {
  readonly id: string;
  readonly sipCallId: string;
  onProgress: OutgoingCall['onProgress'];
  onRemoteSdp: OutgoingCall['onRemoteSdp'];
  describer: OutgoingCall['describer'];
  readonly #core: CallCore;
  #invite: SipRequest;
  #hop: Hop;
  #fallback: Hop | undefined;
  #transaction: ClientMachine;
  readonly #credentials: CallCredentials;
  readonly #challenges: Challenges = [];
  readonly #timers: TimerSet<'cancel'>;
  readonly #answered = new SettledOnce<InviteOutcome>();
  readonly #ended = new SettledOnce<CallEnd>();
  readonly #acks: Acknowledgements;
  readonly #dialogs: EarlyDialogs;
  /** Whoever answered. */
  #branch: Branch | undefined;
  #earlySdp: string | undefined;
  #cancelHeaders: readonly SipHeader[] = [];
  readonly #state = new GuardedState('calling', {
    calling: ['proceeding', 'cancelWanted', 'answered', 'over'],
    proceeding: ['calling', 'cancelling', 'answered', 'over'],
    cancelWanted: ['cancelling', 'over'],
    cancelling: ['over'],
    answered: [],
    over: [],
  });

  constructor(core: CallCore, placement: Placement) {
    this.id = core.ids.uuid();
    this.sipCallId = headerValue(placement.invite, 'Call-ID') ?? '';
    this.#core = core;
    this.#invite = placement.invite;
    this.#hop = placement.hop;
    this.#fallback = placement.fallback;
    this.#timers = new TimerSet(core.timers);
    this.#acks = new Acknowledgements(core);
    this.#credentials = new CallCredentials(placement.credentials, core.ids);
    this.#dialogs = new EarlyDialogs({
      core,
      credentials: this.#credentials,
      call: this,
      onEnded: (end) => this.#ended.settle(end),
    });
    this.#transaction = this.#send();
  }

  get answered(): Promise<InviteOutcome> {
    return this.#answered.promise;
  }

  get ended(): Promise<CallEnd> {
    return this.#ended.promise;
  }

  get remoteSdp(): string | undefined {
    return this.#branch?.sdp.remote ?? this.#earlySdp;
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
      this.#branch?.session.end(extra);
      this.#ended.settle({ by: 'local', cause: 'bye' });
    }
  }

  /** Gives the call up without waiting for anyone: the user agent closes. */
  abandon(): void {
    this.hangUp();
    if (!this.#state.in('answered', 'over')) this.#cancelled();
  }

  #send(): ClientMachine {
    return this.#core.layer.request(this.#invite, this.#hop, {
      onResponse: (response) => this.#receive(response),
      onTimeout: () => this.#over({ kind: 'timedOut' }, { by: 'transport', cause: 'timeout' }),
      onUnreachable: (cause) => this.#unreachable(cause),
    });
  }

  #unreachable(cause: Error): void {
    if (this.#fallback === undefined || !this.#state.in('calling'))
      return this.#over({ kind: 'unreachable', cause: cause.message }, { by: 'transport', cause: 'unreachable' });
    this.#hop = this.#fallback;
    this.#fallback = undefined;
    this.#invite = inviteAgain(this.#core, this.#invite, this.#hop.transport);
    this.#transaction = this.#send();
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
    const taken = this.#dialogs.provisional(this.#invite, response, this.#hop);
    if (taken === undefined) return;
    this.#earlySdp = taken.sdp ?? this.#earlySdp;
    this.onProgress?.(response.status, taken.sdp);
  }

  #refused(response: SipResponse): void {
    const { reason, status } = response;
    if (this.#state.in('cancelWanted', 'cancelling')) this.#cancelled(status);
    else if (this.#state.in('calling', 'proceeding') && this.#credentials.learn(response, this.#challenges))
      this.#sendWithCredentials();
    else this.#over({ kind: 'refused', status, reason, response }, { by: 'remote', cause: 'refused', status });
  }

  // §22.2: the same call once more, with the next number.
  #sendWithCredentials(): void {
    if (this.#state.in('proceeding')) this.#state.become('calling');
    this.#dialogs.forgetAll();
    const headers = this.#credentials.headers('INVITE', this.#invite.uri);
    this.#invite = inviteAgain(this.#core, this.#invite, this.#hop.transport, headers);
    this.#transaction = this.#send();
  }

  #success(response: SipResponse): void {
    if (this.#acks.repeat(response)) return;
    const branch = this.#dialogs.branchOf(this.#invite, response, this.#hop);
    branch.dialog.confirmWith(response);
    // Some answer with early media only and leave the 200 without a description.
    branch.sdp.answeredWith(bodyText(response) ?? branch.sdp.remote ?? this.#earlySdp);
    this.#acks.send(this.#invite, branch.dialog, this.#hop);
    if (this.#state.in('calling', 'proceeding') && !branch.session.ended) {
      branch.session.confirm(response);
      this.#branch = branch;
      this.#dialogs.abandonOthers(branch);
      this.#state.become('answered');
      this.#answered.settle({ kind: 'answered', sdp: branch.sdp.remote ?? '', response });
      return;
    }
    // A 200 that crossed our CANCEL (§9.1), a second branch of a forked INVITE, or one whose session is over already:
    // acknowledged and ended at once.
    this.#dialogs.revive(branch, this.#hop);
    branch.session.confirm(response);
    branch.session.end();
    if (this.#state.in('cancelWanted', 'cancelling')) this.#cancelled();
    else if (this.#state.in('calling', 'proceeding'))
      this.#over({ kind: 'timedOut' }, { by: 'transport', cause: 'timeout' });
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
    this.#dialogs.abandonOthers();
    // Whatever came of an INVITE that we wanted cancelled, it is cancelled.
    this.#answered.settle(cancelled ? { kind: 'cancelled' } : outcome);
    this.#ended.settle(cancelled ? { ...end, by: 'local', cause: 'cancel' } : end);
  }
}
