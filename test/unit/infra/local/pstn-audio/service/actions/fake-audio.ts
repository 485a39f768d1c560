import type { Timers } from '../../../../../../../shared/ports/timers.ts';
import {
  frameMilliseconds,
  silence,
  type AudioSink,
  type AudioSource,
  type Pcm,
} from '../../../../../../../infra/local/pstn-audio/media/audio.ts';
import type { RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';

/** A leg's audio without a network: a test says what comes in, and is told what goes out, 20 ms at a time. */
export class FakeAudio implements RtpEndpoint {
  readonly address = { host: '127.0.0.1', port: 40_000 };
  readonly statistics = { sent: 0, received: 0, lost: 0, outOfOrder: 0, ignored: 0 };
  /** Everything that was said to the other side, silence included. */
  readonly said: Pcm[] = [];
  partner: AudioSource | RtpEndpoint | undefined;
  isClosed = false;
  readonly #ears = new Set<AudioSink>();
  readonly #overhearing = new Set<AudioSink>();
  #source: AudioSource | undefined;
  #voice: AudioSource | undefined;

  constructor(timers: Timers) {
    timers.every(frameMilliseconds, () => {
      const heard = this.#voice?.next();
      if (heard !== undefined) for (const ear of this.#ears) ear.frame(heard);
      const said = this.#source?.next() ?? silence;
      this.said.push(said);
      for (const ear of this.#overhearing) ear.frame(said);
    });
  }

  get isPlaying(): boolean {
    return this.#source !== undefined;
  }

  get listeners(): number {
    return this.#ears.size + this.#overhearing.size;
  }

  /** The other side says this from now on. */
  hears(voice: AudioSource | undefined): void {
    this.#voice = voice;
  }

  /** The other side presses keys. */
  presses(keys: string): void {
    for (const key of keys) for (const ear of this.#ears) ear.digit?.(key);
  }

  connect(): 'connected' {
    return 'connected';
  }

  play(source: AudioSource | undefined): void {
    const before = this.#source;
    this.#source = source;
    before?.released?.();
  }

  converse(partner: AudioSource | RtpEndpoint): () => void {
    this.partner = partner;
    return () => {
      if (this.partner === partner) this.partner = undefined;
    };
  }

  listen(sink: AudioSink): () => void {
    this.#ears.add(sink);
    return () => void this.#ears.delete(sink);
  }

  overhear(sink: AudioSink): () => void {
    this.#overhearing.add(sink);
    return () => void this.#overhearing.delete(sink);
  }

  passOn(): () => void {
    return () => undefined;
  }

  sendDigits(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}
