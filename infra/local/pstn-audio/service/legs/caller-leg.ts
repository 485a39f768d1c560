import { maxForwardsOf } from '../max-forwards.ts';
import { followRemoteAudio } from '../../follow-remote-audio.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { IncomingCall } from '../../sip/user-agent.ts';
import type { FirstLeg, LegDescription } from './leg.ts';

export interface CallerLegOptions {
  readonly description: LegDescription;
  readonly call: IncomingCall;
  readonly audio: RtpEndpoint;
  /** Our answer to the caller's offer, sent when the leg is answered. */
  readonly answerSdp: string;
}

/**
 * LEG-A of an inbound call. It rings until an action needs it: what can be heard answers it, a bridge answers it
 * when the other side does. AWS documents this for prompts only (call-flow). Until the caller has been told where our audio is, by
 * 183 or 200, none is sent: nobody is listening.
 */
export class CallerLeg implements FirstLeg {
  readonly description: LegDescription;
  readonly audio: RtpEndpoint;
  readonly ended: Promise<number>;
  readonly #call: IncomingCall;
  readonly #answerSdp: string;
  #connected = true;
  #answered = false;
  #isHeard = false;
  #codeAskedFor: number | undefined;

  constructor({ description, call, audio, answerSdp }: CallerLegOptions) {
    this.description = description;
    this.audio = audio;
    this.#call = call;
    this.#answerSdp = answerSdp;
    this.ended = call.ended.then((end) => {
      this.#connected = false;
      // A caller who gives up before the answer is told as 487 (RFC 3261 §9.2), which a public handler relies on.
      return end.cause === 'cancel' ? 487 : (this.#codeAskedFor ?? end.status ?? 0);
    });
  }

  get connected(): boolean {
    return this.#connected;
  }

  get sipCallId(): string {
    return this.#call.sipCallId;
  }

  get maxForwards(): number {
    return maxForwardsOf(this.#call.request);
  }

  get unanswered(): boolean {
    return this.#connected && !this.#answered;
  }

  ring(): void {
    if (this.#connected && !this.#answered) this.#call.ring();
  }

  earlyMedia(): void {
    if (!this.#connected || this.#answered) return;
    this.#call.progress(this.#answerSdp);
    this.#connectAudio();
  }

  /** 200 OK; does nothing the second time. */
  answer(): void {
    if (!this.#connected || this.#answered) return;
    this.#answered = true;
    this.#call.answer(this.#answerSdp);
    this.#connectAudio();
  }

  hangUp(sipResponseCode: number): void {
    if (!this.#connected) return;
    this.#connected = false;
    this.#codeAskedFor = sipResponseCode;
    if (this.#answered) this.#call.hangUp();
    else this.#call.reject(sipResponseCode >= 300 ? sipResponseCode : 480);
  }

  #connectAudio(): void {
    if (this.#isHeard) return;
    this.#isHeard = true;
    followRemoteAudio(this.#call, this.audio);
  }
}
