import type { Timers } from '../../../../../shared/ports/timers.ts';
import { followRemoteAudio } from '../../follow-remote-audio.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import { remoteAudio } from '../../sip/audio-session.ts';
import type { InviteOutcome, OutgoingCall } from '../../sip/user-agent.ts';
import { defaultMaxForwards } from '../max-forwards.ts';
import type { CalledLeg, LegDescription } from './leg.ts';

export interface PlacedLegOptions {
  readonly description: LegDescription;
  readonly audio: RtpEndpoint;
  readonly timers: Timers;
  /** How long it may ring, in ms. */
  readonly ringForMs: number;
  /** Sends the INVITE; undefined when the telephone network leads nowhere for this number. */
  readonly invite: (audio: RtpEndpoint) => OutgoingCall | undefined;
}

/**
 * What HANGUP shows where the far end has not answered: its own final response, else 480, which the guide calls "No answer"
 * (Amazon Chime SDK developer guide, pstn-invocations). That a network without a way to the number says 404 is our choice, and
 * what a carrier says of a number that is not assigned.
 */
const noAnswer = 480;
const noSuchNumber = 404;

/** LEG-A of a call that was placed to a telephone. Its INVITE goes out with `dial`, not before. */
export class PlacedLeg implements CalledLeg {
  readonly description: LegDescription;
  readonly audio: RtpEndpoint;
  readonly ended: Promise<number>;
  readonly maxForwards = defaultMaxForwards;
  /** Told once of the first sign of ringing (180 or 183), and once of the answer. */
  onProgress: CalledLeg['onProgress'];
  readonly #options: PlacedLegOptions;
  readonly #ended = Promise.withResolvers<number>();
  #call: OutgoingCall | undefined;
  #connected = true;
  #answered = false;
  #codeAskedFor = 0;

  constructor(options: PlacedLegOptions) {
    this.description = options.description;
    this.audio = options.audio;
    this.#options = options;
    this.ended = this.#ended.promise;
  }

  get connected(): boolean {
    return this.#connected;
  }

  get unanswered(): boolean {
    return this.#connected && !this.#answered;
  }

  get sipCallId(): string | undefined {
    return this.#call?.sipCallId;
  }

  /** Calls the far end. Does nothing when the leg has been given up before. */
  dial(): void {
    if (!this.#connected || this.#call !== undefined) return;
    const call = this.#options.invite(this.audio);
    if (call === undefined) return this.#end(noSuchNumber);
    this.#call = call;
    let isRinging = false;
    call.onProgress = (status) => {
      if (isRinging || (status !== 180 && status !== 183)) return;
      isRinging = true;
      this.onProgress?.('ringing');
    };
    const rungOut = this.#options.timers.after(this.#options.ringForMs, () => call.hangUp());
    void call.answered.then((outcome) => {
      rungOut.cancel();
      this.#settle(call, outcome);
    });
  }

  hangUp(sipResponseCode: number): void {
    if (!this.#connected) return;
    if (this.#answered) {
      this.#connected = false;
      this.#codeAskedFor = sipResponseCode;
      this.#call?.hangUp();
      return;
    }
    // What comes of a CANCEL is not waited for.
    this.#call?.hangUp();
    this.#end(noAnswer);
  }

  /** It is not we who answer, nor whom anyone rings. */
  ring(): void {}
  earlyMedia(): void {}
  answer(): void {}

  #settle(call: OutgoingCall, outcome: InviteOutcome): void {
    if (outcome.kind !== 'answered') return this.#end(outcome.kind === 'refused' ? outcome.status : noAnswer);
    if (!this.#connected) return call.hangUp();
    if (remoteAudio(outcome.sdp) === undefined) {
      // An answer without audio that we can speak is no answer (RFC 3264 §6).
      call.hangUp();
      return this.#end(noAnswer);
    }
    this.#answered = true;
    followRemoteAudio(call, this.audio);
    void call.ended.then((end) => this.#end(end.status ?? this.#codeAskedFor));
    this.onProgress?.('answered');
  }

  #end(sipResponseCode: number): void {
    this.#connected = false;
    this.#ended.resolve(sipResponseCode);
  }
}
