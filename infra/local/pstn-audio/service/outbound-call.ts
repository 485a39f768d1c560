import type { RtpEndpoint } from '../media/rtp-endpoint.ts';
import { audioOffer } from '../sip/audio-session.ts';
import type { OutgoingCall } from '../sip/user-agent.ts';
import { routeToNumber } from './bridging/number-route.ts';
import { noTransport } from './bridging/ring-peers.ts';
import { whyUnanswered } from './bridging/why-unanswered.ts';
import type { OutboundCallRequest } from './call-desk.ts';
import { newTransaction, type CalledApplication, type CallSetup } from './call-setup.ts';
import type { CallUnderWay } from './calls-under-way.ts';
import { DialledMeetingLeg } from './legs/dialled-meeting-leg.ts';
import type { CalledLeg, Leg, LegDescription } from './legs/leg.ts';
import type { MeetingSeat } from './legs/meeting-leg.ts';
import { PlacedLeg } from './legs/placed-leg.ts';
import { admissionIn, type MeetingAdmission } from './meeting-number.ts';
import { announceLeg } from './trace.ts';
import { invitePeer } from './trunk/invite-peer.ts';
import type { Transaction } from './transaction.ts';

/** How long a call that was placed may ring: no page says; a minute is what networks commonly allow. */
const ringForMs = 60_000;

/**
 * A call that CreateSipMediaApplicationCall has placed: the function is told of it, and only then, if the function did not fail
 * at that, the far end is called (Amazon Chime SDK developer guide, use-create-call-api): a telephone, or a meeting. It came by no
 * SIP rule, so there is no other application that could take its place.
 */
export class OutboundCall implements CallUnderWay {
  readonly transactionId: string;
  readonly sipMediaApplicationId: string;
  readonly #request: OutboundCallRequest;
  readonly #application: CalledApplication;
  readonly #setup: CallSetup;
  readonly #early: Readonly<Record<string, string>>[] = [];
  #transaction: Transaction | undefined;
  #isEnded = false;

  constructor(request: OutboundCallRequest, application: CalledApplication, setup: CallSetup) {
    this.#request = request;
    this.#application = application;
    this.#setup = setup;
    this.transactionId = setup.parts.ids.uuid();
    this.sipMediaApplicationId = application.SipMediaApplicationId;
  }

  get legs(): readonly Leg[] {
    return this.#transaction?.legs ?? [];
  }

  update(given: Readonly<Record<string, string>>): boolean {
    if (this.#transaction !== undefined || this.#isEnded) return this.#transaction?.update(given) ?? false;
    // The id of the call is known before its transaction has begun.
    this.#early.push(given);
    return true;
  }

  end(sipResponseCode: number): void {
    this.#isEnded = true;
    this.#transaction?.end(sipResponseCode);
  }

  /** Never rejects. */
  async run(): Promise<void> {
    const { parts, observer } = this.#setup;
    let audio: RtpEndpoint | undefined;
    try {
      audio = await parts.openAudio();
      await this.#converse(audio);
    } catch {
      // No port for audio, say: nobody waits yet, and other calls go on.
      this.end(480);
    }
    await audio?.close();
    observer.onCallEnded?.({ transactionId: this.transactionId });
  }

  async #converse(audio: RtpEndpoint): Promise<void> {
    const leg = await this.#calledLeg(audio);
    if (this.#isEnded) return leg.hangUp(480);
    const { transactionId } = this;
    const transaction = newTransaction(
      {
        transactionId,
        application: this.#application,
        sipRuleId: undefined,
        caller: leg,
        opening: { type: 'NEW_OUTBOUND_CALL', arguments: this.#request.argumentsMap },
        onOpened: () => {
          leg.dial();
          announceLeg(transactionId, leg, this.#setup.observer);
        },
      },
      this.#setup,
    );
    this.#transaction = transaction;
    for (const given of this.#early) transaction.update(given);
    leg.onProgress = (progress) => transaction.progressed(progress);
    await transaction.run();
    // The function could not be had, and the far end was never called.
    leg.hangUp(480);
    await leg.ended;
  }

  async #calledLeg(audio: RtpEndpoint): Promise<CalledLeg> {
    const { clock, ids, openAudio, timers } = this.#setup.parts;
    const { fromPhoneNumber, sipHeaders, toPhoneNumber } = this.#request;
    const description = {
      callId: ids.uuid(),
      tag: 'LEG-A',
      to: toPhoneNumber,
      from: fromPhoneNumber,
      direction: 'Outbound',
      startedAt: clock.now(),
    } as const satisfies LegDescription;
    const admission = admissionIn(toPhoneNumber, sipHeaders);
    if (admission === undefined)
      return new PlacedLeg({ description, audio, timers, ringForMs, invite: () => this.#invite(audio) });
    const far = await openAudio();
    return new DialledMeetingLeg({ description, audio, far, join: (end) => this.#join(admission, end) });
  }

  #join(admission: MeetingAdmission, audio: RtpEndpoint): MeetingSeat | undefined {
    const { observer, parts } = this.#setup;
    const seat = parts.meetings.join({ ...admission, audio });
    if (seat === undefined)
      observer.onNote?.({ transactionId: this.transactionId, note: 'the join token admits to no such meeting' });
    return seat;
  }

  /** Undefined: the network leads nowhere for this number. */
  #invite(audio: RtpEndpoint): OutgoingCall | undefined {
    const { parts, observer } = this.#setup;
    const { transactionId } = this;
    const { toPhoneNumber: callee, fromPhoneNumber: callerId, sipHeaders: headers } = this.#request;
    const { peers, via } = routeToNumber(callee, parts);
    const [peer] = peers;
    const sdp = audioOffer(audio.address);
    const call = peer === undefined ? undefined : invitePeer(parts.sip, peer, { callee, callerId, headers, sdp });
    if (call === undefined) {
      const tried = peer === undefined ? [] : [{ peer, outcome: noTransport }];
      observer.onNote?.({ transactionId, note: whyUnanswered(via, tried) });
    } else observer.onInvite?.({ transactionId, tag: 'LEG-A', sipCallId: call.sipCallId });
    return call;
  }
}
