import type {
  CallEnd,
  InviteOutcome,
  InviteRequest,
  OutgoingCall,
} from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';

/** A phone that is called: the test is the other side. */
export class FakeOutgoingCall implements OutgoingCall {
  readonly id = 'out';
  readonly sipCallId = 'out@test';
  readonly invite: InviteRequest;
  remoteSdp: string | undefined;
  onRemoteSdp: OutgoingCall['onRemoteSdp'];
  onProgress: OutgoingCall['onProgress'];
  describer: OutgoingCall['describer'];
  readonly #answered = Promise.withResolvers<InviteOutcome>();
  readonly #ended = Promise.withResolvers<CallEnd>();
  readonly answered = this.#answered.promise;
  readonly ended = this.#ended.promise;
  /** How often. */
  hungUp = 0;

  constructor(invite = {} as InviteRequest) {
    this.invite = invite;
  }

  cancel(): void {
    this.hangUp();
  }
  hangUp(): void {
    this.hungUp += 1;
    this.#answered.resolve({ kind: 'cancelled' });
    this.ends({ by: 'local', cause: 'bye' });
  }

  progresses(status: number, sdp?: string): void {
    this.remoteSdp = sdp ?? this.remoteSdp;
    this.onProgress?.(status, sdp);
  }
  settles(outcome: InviteOutcome): void {
    this.#answered.resolve(outcome);
  }
  answers(sdp: string): void {
    this.settles({ kind: 'answered', sdp, response: undefined as never });
  }
  refuses(status: number, reason = ''): void {
    this.settles({ kind: 'refused', status, reason, response: undefined as never });
  }
  ends(end: CallEnd): void {
    this.#ended.resolve(end);
  }
}
