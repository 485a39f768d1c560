import { followRemoteAudio } from '../pstn-audio/follow-remote-audio.ts';
import type { AudioSink } from '../pstn-audio/media/audio.ts';
import type { DigitOptions } from '../pstn-audio/media/digit-sender.ts';
import { playSamples } from '../pstn-audio/media/play-samples.ts';
import type { RtpEndpoint } from '../pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../pstn-audio/media/tone.ts';
import type { AudioCodecName } from '../pstn-audio/sip/audio-session.ts';
import type { CallEnd, IncomingCall, OutgoingCall } from '../pstn-audio/sip/user-agent.ts';
import { KeyEar } from './key-ear.ts';
import { ToneEar } from './tone-ear.ts';

export interface PhoneCallOptions {
  readonly call: IncomingCall | OutgoingCall;
  readonly audio: RtpEndpoint;
  readonly voiceHz: number;
  /** What it understands; default all. */
  readonly codecs?: readonly AudioCodecName[] | undefined;
}

/** A conversation that this phone is in: it says its tone until the end, and listens for others. */
export class PhoneCall {
  readonly ended: Promise<CallEnd>;
  readonly #call: IncomingCall | OutgoingCall;
  readonly #audio: RtpEndpoint;
  readonly #ear = new ToneEar();
  readonly #keys = new KeyEar();

  constructor({ call, audio, voiceHz, codecs }: PhoneCallOptions) {
    this.#call = call;
    this.#audio = audio;
    followRemoteAudio(call, audio, codecs);
    audio.listen(this.#ear);
    audio.listen(this.#keys);
    audio.converse(toneSource({ frequencyHz: voiceHz }));
    this.ended = call.ended.then(async (end) => {
      await audio.close();
      return end;
    });
  }

  /** RTP packets that were sent to this phone and did not arrive. */
  get packetsLost(): number {
    return this.#audio.statistics.lost;
  }

  /** The keys that the other side has pressed so far. */
  get keysHeard(): string {
    return this.#keys.heard;
  }

  /** Resolves true as soon as that tone is heard, false when the call ends before. */
  hears(frequencyHz: number): Promise<boolean> {
    return this.#ear.hears(frequencyHz, this.ended);
  }

  /** Resolves true as soon as anything is heard, false when the call ends before. */
  hearsSound(): Promise<boolean> {
    return this.#ear.hearsSound(this.ended);
  }

  /** Resolves true as soon as 100 ms of silence have been heard, false when the call ends before. */
  hearsSilence(): Promise<boolean> {
    return this.#ear.hearsSilence(this.ended);
  }

  /** Resolves true as soon as the other side has pressed these keys one after another, false when the call ends before. */
  hearsKeys(keys: string): Promise<boolean> {
    return this.#keys.hears(keys, this.ended);
  }

  /** Hands over what this phone hears to one listener more; the function returned takes it away again. */
  listen(sink: AudioSink): () => void {
    return this.#audio.listen(sink);
  }

  /** Presses keys: 0-9, *, #, A-D; a comma is half a second of nothing. Resolves when done, or the call is over. */
  press(keys: string, options?: DigitOptions): Promise<void> {
    return this.#audio.sendDigits(keys, options);
  }

  /**
   * Says another tone (in Hz), or nothing, until told otherwise; or these samples (8 kHz mono) once, in place of its tone. Resolves
   * when they have been said, or the call is over.
   */
  say(what: number | 'nothing' | Int16Array): Promise<void> {
    if (typeof what === 'object') return playSamples(this.#audio, what).finished;
    this.#audio.converse(what === 'nothing' ? { next: () => undefined } : toneSource({ frequencyHz: what }));
    return Promise.resolve();
  }

  hangUp(): void {
    this.#call.hangUp();
  }
}
