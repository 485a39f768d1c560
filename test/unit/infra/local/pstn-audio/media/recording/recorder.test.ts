import type { AudioSink } from '../../../../../../../infra/local/pstn-audio/media/audio.ts';
import { startRecorder, type Recorder } from '../../../../../../../infra/local/pstn-audio/media/recording/recorder.ts';
import { parseWavChannels } from '../../../../../../../infra/local/pstn-audio/media/wav.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';

/** What still waits when a line begins to speak. */
const waitingMs = 120;

class Session {
  readonly timers = new TimersFake();
  readonly recorder: Recorder;

  constructor(tracks: 1 | 2, over: { maximumMilliseconds?: number; silentBelow?: number; onFrame?: () => void } = {}) {
    this.recorder = startRecorder({ timers: this.timers, tracks, ...over });
  }

  /** Each track hears a frame of that value every 20 ms; where it says undefined, nothing comes. */
  async hear(milliseconds: number, left: number | undefined, right?: number): Promise<void> {
    const frame = (track: AudioSink, value: number | undefined): void => {
      if (value !== undefined) track.frame(new Int16Array(160).fill(value));
    };
    for (let passed = 0; passed < milliseconds; passed += 20) {
      frame(this.recorder.tracks[0], left);
      frame(this.recorder.tracks[1], right);
      await this.timers.advanceBy(20);
    }
  }

  /** The recording: of each channel, the runs of equal samples, as [value, milliseconds]. */
  stop(): [number, number][][] {
    const read = parseWavChannels(this.recorder.stop());
    if (read.kind !== 'wav') throw new Error(read.problem);
    return read.wav.channels.map((samples) => {
      const runs: [number, number][] = [];
      for (const sample of samples) {
        const last = runs.at(-1);
        if (last?.[0] === sample) last[1] += 1 / 8;
        else runs.push([sample, 1 / 8]);
      }
      return runs;
    });
  }
}

describe('a recording', () => {
  it('has what was heard, to the last frame', async () => {
    const session = new Session(1);

    await session.hear(400, 1000);

    expect(session.stop()).toEqual([
      [
        [0, waitingMs],
        [1000, 400],
      ],
    ]);
  });

  it('keeps two tracks in step, the first on the left, where one of them begins later and pauses', async () => {
    const session = new Session(2);

    await session.hear(200, 1000, undefined);
    await session.hear(200, 1000, 2000);
    await session.hear(200, 1000, undefined);
    await session.hear(200, 1000, 3000);

    expect(session.stop()).toEqual([
      [
        [0, waitingMs],
        [1000, 800],
      ],
      [
        [0, waitingMs + 200],
        [2000, 200],
        [0, 200],
        [3000, 200],
      ],
    ]);
  });

  it('goes on in time where nothing comes', async () => {
    const session = new Session(1);

    await session.hear(10_000, undefined);

    expect(session.recorder.milliseconds).toBe(10_000);
    expect(session.stop()).toEqual([[[0, 10_000]]]);
  });

  it('is in time again after frames that came all at once', async () => {
    const session = new Session(1);
    await session.hear(200, 1000);

    for (let frame = 0; frame < 3; frame += 1) session.recorder.tracks[0].frame(new Int16Array(160).fill(2000));
    await session.hear(60, undefined);
    await session.hear(200, 3000);

    expect(session.stop()).toEqual([
      [
        [0, waitingMs],
        [1000, 200],
        [2000, 60],
        [3000, 200],
      ],
    ]);
  });

  it('keeps half a second at most of what comes all at once', async () => {
    const session = new Session(1);

    for (let frame = 0; frame < 100; frame += 1) session.recorder.tracks[0].frame(new Int16Array(160).fill(frame));

    expect(session.stop()).toEqual([Array.from({ length: 25 }, (_, frame) => [75 + frame, 20])]);
  });

  it('has silence for a pause, as long as it was, and nothing of what was said in it', async () => {
    const session = new Session(2);

    await session.hear(200, 1000, 2000);
    session.recorder.paused = true;
    await session.hear(300, 1111, 2222);
    session.recorder.paused = false;
    await session.hear(200, 3000, 4000);

    expect(session.stop()).toEqual([
      [
        [0, waitingMs],
        [1000, 200],
        [0, 300],
        [3000, 200],
      ],
      [
        [0, waitingMs],
        [2000, 200],
        [0, 300],
        [4000, 200],
      ],
    ]);
  });

  it('knows how long it has been silent, a level below the threshold being silence', async () => {
    const session = new Session(1, { silentBelow: 300 });

    await session.hear(500, 299);
    expect(session.recorder.silentMilliseconds).toBe(500);
    await session.hear(200, 300);
    expect(session.recorder.silentMilliseconds).toBe(0);
    await session.hear(1000, undefined);

    // What was loud was heard 120 ms later than it was said.
    expect(session.recorder.silentMilliseconds).toBe(1000 - waitingMs);
  });

  it('ends by itself at its maximum, and says so', async () => {
    const fullAt: number[] = [];
    const session: Session = new Session(1, {
      maximumMilliseconds: 1000,
      onFrame: () => {
        if (session.recorder.full) fullAt.push(session.timers.now());
      },
    });
    const startedAt = session.timers.now();

    await session.hear(2000, 1000);

    expect(fullAt).toEqual([startedAt + 1000]);
    expect(session.timers.pending).toBe(0);
    expect(session.stop()).toEqual([
      [
        [0, waitingMs],
        [1000, 1000 - waitingMs],
      ],
    ]);
  });

  it('is the same when it is asked for again, and needs no more time', async () => {
    const session = new Session(1);
    await session.hear(6000, 1000);

    const first = session.recorder.stop();
    await session.hear(100, 2000);

    expect(session.recorder.stop()).toBe(first);
    expect(session.timers.pending).toBe(0);
  });
});
