import { followRemoteAudio } from '../../follow-remote-audio.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { OutgoingCall } from '../../sip/user-agent.ts';
import type { Leg, LegDescription } from './leg.ts';

export interface CalleeLegOptions {
  readonly description: LegDescription;
  readonly call: OutgoingCall;
  readonly audio: RtpEndpoint;
}

/** LEG-B of a bridged call. It is a leg from the moment it answers: while it rings, no event shows it. */
export class CalleeLeg implements Leg {
  readonly description: LegDescription;
  readonly audio: RtpEndpoint;
  readonly ended: Promise<number>;
  readonly #call: OutgoingCall;
  #connected = true;
  #codeAskedFor = 0;

  constructor({ description, call, audio }: CalleeLegOptions) {
    this.description = description;
    this.audio = audio;
    this.#call = call;
    followRemoteAudio(call, audio);
    this.ended = call.ended.then((end) => {
      this.#connected = false;
      void audio.close();
      return end.status ?? this.#codeAskedFor;
    });
  }

  get connected(): boolean {
    return this.#connected;
  }

  get sipCallId(): string {
    return this.#call.sipCallId;
  }

  hangUp(sipResponseCode: number): void {
    if (!this.#connected) return;
    this.#connected = false;
    this.#codeAskedFor = sipResponseCode;
    this.#call.hangUp();
  }
}
