import type { Timers } from '../../../../../shared/ports/timers.ts';
import { startRecorder, type Recorder } from '../../media/recording/recorder.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';

export interface RecordUntilOptions {
  readonly audio: RtpEndpoint;
  readonly timers: Timers;
  /** Undefined: it may take as long as it likes, four hours at most. */
  readonly maximumMilliseconds: number | undefined;
  /** Undefined: silence does not end it. */
  readonly silenceMilliseconds: number | undefined;
  /** A level below which a frame is silence, as the root mean square of its 16-bit samples. */
  readonly silentBelow: number;
  /** Keys that end it. */
  readonly terminators: readonly string[];
}

export interface RecordedMessage {
  /** WAV: 8 kHz, mono, 16-bit PCM. */
  readonly file: Uint8Array;
  /** The key that ended it, if one did. */
  readonly terminator: string | undefined;
}

export interface MessageRecording {
  readonly done: Promise<RecordedMessage>;
  /** Ends it now; what there is by then is kept. */
  end(): void;
}

/** Records what a party says until a key, silence, or time ends it. */
export function recordUntil(options: RecordUntilOptions): MessageRecording {
  const { audio, timers, maximumMilliseconds, silenceMilliseconds = Infinity, silentBelow, terminators } = options;
  const done = Promise.withResolvers<RecordedMessage>();
  const finish = (terminator?: string): void => {
    stopListening();
    done.resolve({ file: recorder.stop(), terminator });
  };
  const recorder: Recorder = startRecorder({
    timers,
    tracks: 1,
    silentBelow,
    ...(maximumMilliseconds === undefined ? {} : { maximumMilliseconds }),
    onFrame: () => {
      if (recorder.full || recorder.silentMilliseconds >= silenceMilliseconds) finish();
    },
  });
  const stopListening = audio.listen({
    frame: (pcm) => recorder.tracks[0].frame(pcm),
    digit(digit) {
      if (terminators.includes(digit)) finish(digit);
    },
  });
  return { done: done.promise, end: () => finish() };
}
