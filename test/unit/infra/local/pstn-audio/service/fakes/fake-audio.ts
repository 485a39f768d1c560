import {
  frameMilliseconds,
  silence,
  type AudioSink,
  type AudioSource,
  type Pcm,
} from '../../../../../../../infra/local/pstn-audio/media/audio.ts';
import type { DigitOptions } from '../../../../../../../infra/local/pstn-audio/media/digit-sender.ts';
import type { RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import type { Timers } from '../../../../../../../shared/ports/timers.ts';

/** A leg's audio without a network: a test says what comes in, and is told what goes out, 20 ms at a time. */
export class FakeAudio implements RtpEndpoint {
  readonly address = { host: '127.0.0.1', port: 40_000 };
  readonly statistics = { sent: 0, received: 0, lost: 0, outOfOrder: 0, ignored: 0 };
  /** Everything that was said to the other side, silence included. */
  readonly said: Pcm[] = [];
  /** The first sample of each frame that was played, in order; what nothing was played in is left out. */
  readonly heard: number[] = [];
  readonly sent: { readonly digits: string; readonly options: DigitOptions | undefined }[] = [];
  partner: AudioSource | RtpEndpoint | undefined;
  isClosed = false;
  readonly #ears = new Set<AudioSink>();
  readonly #overhearing = new Set<AudioSink>();
  #source: AudioSource | undefined;
  #voice: AudioSource | undefined;
  #sending = Promise.withResolvers<void>();

  constructor(timers: Timers) {
    timers.every(frameMilliseconds, () => {
      const heard = this.#voice?.next();
      if (heard !== undefined) for (const ear of this.#ears) ear.frame(heard);
      const played = this.#source?.next();
      if (played !== undefined) this.heard.push(played[0] ?? 0);
      const said = played ?? silence;
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
    return addTo(this.#ears, sink);
  }

  overhear(sink: AudioSink): () => void {
    return addTo(this.#overhearing, sink);
  }

  passOn(): () => void {
    return () => undefined;
  }

  sendDigits(digits: string, options?: DigitOptions): Promise<void> {
    this.sent.push({ digits, options });
    return this.#sending.promise;
  }

  /** What is being sent has been sent. */
  sentAll(): void {
    this.#sending.resolve();
    this.#sending = Promise.withResolvers();
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

function addTo(listeners: Set<AudioSink>, sink: AudioSink): () => void {
  listeners.add(sink);
  return () => {
    if (listeners.delete(sink)) sink.released?.();
  };
}

/** What was heard, shortened: "1000×5 2000×2". */
export function inBrief({ heard }: FakeAudio): string {
  const runs: { value: number; count: number }[] = [];
  for (const value of heard) {
    const last = runs.at(-1);
    if (last?.value === value) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  return runs.map(({ value, count }) => `${value}×${count}`).join(' ');
}
