import { followRemoteAudio } from '../pstn-audio/follow-remote-audio.ts';
import type { RtpEndpoint } from '../pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../pstn-audio/media/tone.ts';
import type { CallEnd, IncomingCall, OutgoingCall } from '../pstn-audio/sip/user-agent.ts';
import { ToneEar } from './tone-ear.ts';

export interface PhoneCallOptions {
  readonly call: IncomingCall | OutgoingCall;
  readonly audio: RtpEndpoint;
  readonly voiceHz: number;
}

/** A conversation that this phone is in: it says its tone until the end, and listens for others. */
export class PhoneCall {
  readonly ended: Promise<CallEnd>;
  readonly #call: IncomingCall | OutgoingCall;
  readonly #audio: RtpEndpoint;
  readonly #ear = new ToneEar();

  constructor({ call, audio, voiceHz }: PhoneCallOptions) {
    this.#call = call;
    this.#audio = audio;
    followRemoteAudio(call, audio);
    audio.listen(this.#ear);
    audio.play(toneSource({ frequencyHz: voiceHz }));
    this.ended = call.ended.then(async (end) => {
      await audio.close();
      return end;
    });
  }

  /** RTP packets that were sent to this phone and did not arrive. */
  get packetsLost(): number {
    return this.#audio.statistics.lost;
  }

  /** Resolves true as soon as that tone is heard, false when the call ends before. */
  hears(frequencyHz: number): Promise<boolean> {
    return this.#ear.hears(frequencyHz, this.ended);
  }

  /** Resolves true as soon as anything is heard, false when the call ends before. */
  hearsSound(): Promise<boolean> {
    return this.#ear.hearsSound(this.ended);
  }

  hangUp(): void {
    this.#call.hangUp();
  }
}
