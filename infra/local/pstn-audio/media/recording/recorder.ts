import type { Timer, Timers } from '../../../../../shared/ports/timers.ts';
import { frameMilliseconds, silence, type AudioSink, type Pcm } from '../audio.ts';
import { everyFrame } from '../pacer.ts';
import { levelOf } from './level.ts';
import { Playout } from './playout.ts';
import { SampleStore } from './sample-store.ts';

export interface RecorderOptions {
  readonly timers: Timers;
  /** Two: the first track is heard on the left, the second on the right. */
  readonly tracks: 1 | 2;
  /** It stops listening by itself then. Default: four hours, our choice. */
  readonly maximumMilliseconds?: number;
  /** A frame on the first track counts as silent below this level (`levelOf`). Default 200. */
  readonly silentBelow?: number;
  /** Told after each frame of 20 ms, and for the last time when the maximum is reached. */
  readonly onFrame?: () => void;
}

/**
 * Records what its tracks hear, from its creation until `stop`, 20 ms at a time on a clock of its own: where nothing is heard, for
 * want of packets or on hold, silence is recorded, so that the recording is as long as the time it took. `stop` adds what was
 * still on its way (120 ms at most, after loud bursts half a second).
 */
export interface Recorder {
  /** Hand them to `listen` and `overhear` of legs. The second is there when two tracks were asked for. */
  readonly tracks: readonly [AudioSink, AudioSink];
  /** While true, silence is recorded in place of what is heard. */
  paused: boolean;
  /** How much has been recorded. */
  readonly milliseconds: number;
  /** How long the first track has been silent up to now without a break. */
  readonly silentMilliseconds: number;
  /** The maximum has been reached: nothing more is recorded. */
  readonly full: boolean;
  /** Ends recording and gives the WAV file: 8 kHz, 16-bit PCM, mono or stereo. A second time gives the same. */
  stop(): Uint8Array;
}

const fourHours = 4 * 3_600_000;
const defaultSilentBelow = 200;

export function startRecorder(options: RecorderOptions): Recorder {
  return new PacedRecorder(options);
}

class PacedRecorder implements Recorder {
  readonly tracks: readonly [AudioSink, AudioSink];
  paused = false;
  readonly #playouts = [new Playout(), new Playout()] as const;
  readonly #store: SampleStore;
  readonly #maximumFrames: number;
  readonly #silentBelow: number;
  readonly #onFrame: () => void;
  readonly #tick: Timer;
  #silentFrames = 0;
  #file: Uint8Array | undefined;

  constructor({ timers, tracks, maximumMilliseconds = fourHours, silentBelow, onFrame }: RecorderOptions) {
    // Silenced on their way in: of what is said in a pause nothing is left waiting when it ends.
    const track = (playout: Playout): AudioSink => ({
      frame: (pcm) => playout.frame(this.paused ? silence : pcm),
    });
    this.tracks = [track(this.#playouts[0]), track(this.#playouts[1])];
    this.#store = new SampleStore(tracks);
    this.#maximumFrames = Math.ceil(maximumMilliseconds / frameMilliseconds);
    this.#silentBelow = silentBelow ?? defaultSilentBelow;
    this.#onFrame = onFrame ?? (() => undefined);
    this.#tick = everyFrame(timers, () => this.#take());
  }

  get milliseconds(): number {
    return this.#store.frames * frameMilliseconds;
  }

  get silentMilliseconds(): number {
    return this.#silentFrames * frameMilliseconds;
  }

  get full(): boolean {
    return this.#store.frames >= this.#maximumFrames;
  }

  stop(): Uint8Array {
    this.#tick.cancel();
    this.#file ??= this.#finish();
    return this.#file;
  }

  #take(): void {
    const [left, right] = this.#playouts;
    this.#add(left.next(), right.next());
    if (this.full) this.#tick.cancel();
    this.#onFrame();
  }

  #finish(): Uint8Array {
    const [left, right] = [this.#playouts[0].drain(), this.#playouts[1].drain()];
    for (let n = 0; n < Math.max(left.length, right.length) && !this.full; n += 1)
      this.#add(left[n] ?? silence, right[n] ?? silence);
    return this.#store.wav();
  }

  #add(left: Pcm, right: Pcm): void {
    this.#silentFrames = levelOf(left) < this.#silentBelow ? this.#silentFrames + 1 : 0;
    this.#store.add(left, right);
  }
}
