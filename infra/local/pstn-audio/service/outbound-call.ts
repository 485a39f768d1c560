import type { RtpEndpoint } from '../media/rtp-endpoint.ts';
import { audioOffer } from '../sip/audio-session.ts';
import type { OutgoingCall } from '../sip/user-agent.ts';
import { noTransport } from './bridging/ring-peers.ts';
import { whyUnanswered } from './bridging/why-unanswered.ts';
import type { OutboundCallRequest } from './call-desk.ts';
import { newTransaction, type CalledApplication, type CallSetup } from './call-setup.ts';
import type { CallUnderWay } from './calls-under-way.ts';
import type { Leg } from './legs/leg.ts';
import { PlacedLeg } from './legs/placed-leg.ts';
import { announceLeg } from './trace.ts';
import { invitePeer } from './trunk/invite-peer.ts';
import type { Transaction } from './transaction.ts';

/** How long a call that was placed may ring: no page says; a minute is what networks commonly allow. */
const ringForMs = 60_000;

/**
 * A call that CreateSipMediaApplicationCall has placed: the function is told of it, and only then, if the function did not fail
 * at that, the far end is called (Amazon Chime SDK developer guide, use-create-call-api). It came by no SIP rule, so there is no
 * other application that could take its place.
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
    if (this.#isEnded) return;
    const { transactionId } = this;
    const leg = this.#placedLeg(audio);
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

  #placedLeg(audio: RtpEndpoint): PlacedLeg {
    const { clock, ids, timers } = this.#setup.parts;
    const description = {
      callId: ids.uuid(),
      tag: 'LEG-A',
      to: this.#request.toPhoneNumber,
      from: this.#request.fromPhoneNumber,
      direction: 'Outbound',
      startedAt: clock.now(),
    } as const;
    return new PlacedLeg({ description, audio, timers, ringForMs, invite: () => this.#invite(audio) });
  }

  /** Undefined: the network leads nowhere for this number. */
  #invite(audio: RtpEndpoint): OutgoingCall | undefined {
    const { parts, observer } = this.#setup;
    const { transactionId } = this;
    const { toPhoneNumber: callee, fromPhoneNumber: callerId, sipHeaders: headers } = this.#request;
    const peer = parts.objects.pstnPeer(callee);
    const sdp = audioOffer(audio.address);
    const call = peer === undefined ? undefined : invitePeer(parts.sip, peer, { callee, callerId, headers, sdp });
    if (call === undefined) {
      const tried = peer === undefined ? [] : [{ peer, outcome: noTransport }];
      observer.onNote?.({ transactionId, note: whyUnanswered('Pstn', tried) });
    } else observer.onInvite?.({ transactionId, tag: 'LEG-A', sipCallId: call.sipCallId });
    return call;
  }
}
