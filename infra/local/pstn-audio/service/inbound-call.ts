import type { RtpEndpoint } from '../media/rtp-endpoint.ts';
import type { RuleMatch } from '../objects/managed-objects.ts';
import { audioAnswer, audioOffer } from '../sip/audio-session.ts';
import type { IncomingCall } from '../sip/user-agent.ts';
import { newTransaction, type CallSetup } from './call-setup.ts';
import type { CallUnderWay } from './calls-under-way.ts';
import type { InviteSummary } from './inbound-invite.ts';
import { CallerLeg } from './legs/caller-leg.ts';
import type { Leg } from './legs/leg.ts';
import { announceLeg } from './trace.ts';
import type { Transaction } from './transaction.ts';

/**
 * A call that has come in by a SIP rule. The rule's applications are tried in the order of their priority until one's function
 * can be had, while the caller waits on the same INVITE. Whether AWS gives each of them a TransactionId of its own, no page says:
 * here the call keeps its one.
 */
export class InboundCall implements CallUnderWay {
  readonly transactionId: string;
  readonly #call: IncomingCall;
  readonly #invite: InviteSummary;
  readonly #match: RuleMatch;
  readonly #setup: CallSetup;
  #transaction: Transaction | undefined;
  #isEnded = false;

  constructor(call: IncomingCall, invite: InviteSummary, match: RuleMatch, setup: CallSetup) {
    this.#call = call;
    this.#invite = invite;
    this.#match = match;
    this.#setup = setup;
    this.transactionId = setup.parts.ids.uuid();
  }

  get legs(): readonly Leg[] {
    return this.#transaction?.legs ?? [];
  }

  get sipMediaApplicationId(): string | undefined {
    return this.#transaction?.sipMediaApplicationId;
  }

  update(given: Readonly<Record<string, string>>): boolean {
    return this.#transaction?.update(given) ?? false;
  }

  end(sipResponseCode: number): void {
    this.#isEnded = true;
    if (this.#transaction === undefined) this.#call.reject(sipResponseCode);
    else this.#transaction.end(sipResponseCode);
  }

  /** Never rejects. */
  async run(): Promise<void> {
    const { parts, observer } = this.#setup;
    let audio: RtpEndpoint | undefined;
    try {
      audio = await parts.openAudio();
      await this.#take(audio);
    } catch {
      // No port for audio, say: the caller is told, and other calls go on.
      this.end(500);
    }
    await audio?.close();
    if (this.#transaction !== undefined) observer.onCallEnded?.({ transactionId: this.transactionId });
  }

  async #take(audio: RtpEndpoint): Promise<void> {
    const { remoteSdp } = this.#call;
    // An INVITE may come without an offer: the 200 brings ours then, and the ACK the answer (RFC 3261 §13.2.1).
    const answerSdp = remoteSdp === undefined ? audioOffer(audio.address) : audioAnswer(remoteSdp, audio.address);
    if (answerSdp === undefined) this.#call.reject(488);
    else await this.#converse(this.#callerLeg(audio, answerSdp));
  }

  async #converse(caller: CallerLeg): Promise<void> {
    const { rule, applications } = this.#match;
    const { transactionId } = this;
    announceLeg(transactionId, caller, this.#setup.observer);
    for (const application of applications) {
      if (this.#isEnded || !caller.connected) break;
      this.#transaction = newTransaction(
        { transactionId, application, sipRuleId: rule.SipRuleId, caller, opening: { type: 'NEW_INBOUND_CALL' } },
        this.#setup,
      );
      if ((await this.#transaction.run()) === 'over') break;
    }
    // No function could be had: the call ends with 480 (timeouts).
    caller.hangUp(480);
    await caller.ended;
  }

  #callerLeg(audio: RtpEndpoint, answerSdp: string): CallerLeg {
    const { clock, ids } = this.#setup.parts;
    const { dialled, from, sipHeaders } = this.#invite;
    const description = {
      callId: ids.uuid(),
      tag: 'LEG-A',
      to: dialled ?? '',
      from,
      direction: 'Inbound',
      startedAt: clock.now(),
      ...(sipHeaders === undefined ? {} : { sipHeaders }),
    } as const;
    return new CallerLeg({ description, call: this.#call, audio, answerSdp });
  }
}
