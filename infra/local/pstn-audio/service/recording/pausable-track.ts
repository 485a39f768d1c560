import { frameMilliseconds, silence, type AudioSink, type Pcm } from '../../media/audio.ts';
import { toneSource } from '../../media/tone.ts';

/** How long the mark of a pause or of its end is, and how high: AWS records "a tone" and does not say which. */
export const pauseMark = { milliseconds: 200, frequencyHz: 1400 } as const;

/** One track of a recording that can be paused: silence takes the place of what is said. */
export interface PausableTrack extends AudioSink {
  pause(): void;
  resume(): void;
}

/**
 * Each pause and each resumption is marked by a tone on the track (Amazon Chime SDK developer guide, pause-call-recording); the
 * length of the recording stays what it is.
 */
export function pausableTrack(track: AudioSink): PausableTrack {
  const tone = toneSource({ frequencyHz: pauseMark.frequencyHz });
  let marks = 0;
  let isPaused = false;
  const mark = (): Pcm => {
    marks -= 1;
    return tone.next() ?? silence;
  };
  const become = (paused: boolean): void => {
    if (isPaused === paused) return;
    isPaused = paused;
    marks = pauseMark.milliseconds / frameMilliseconds;
  };
  return {
    frame(pcm) {
      const unmarked = isPaused ? silence : pcm;
      track.frame(marks > 0 ? mark() : unmarked);
    },
    pause: () => become(true),
    resume: () => become(false),
  };
}
