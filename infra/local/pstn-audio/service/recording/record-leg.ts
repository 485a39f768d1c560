import type { RecordingTrack } from '../../../../../shared/contracts/sma-actions/start-call-recording.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { startRecorder } from '../../media/recording/recorder.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { CallRecording } from '../call-recordings.ts';
import { pausableTrack } from './pausable-track.ts';

export interface RecordLegOptions {
  readonly audio: RtpEndpoint;
  /** INCOMING is what the leg's party says, OUTGOING what it hears; BOTH has the first on the left, the second on the right. */
  readonly track: RecordingTrack;
  readonly timers: Timers;
  /** Takes the WAV file when the recording is over. */
  readonly write: (file: Uint8Array) => Promise<void>;
}

/** Records one leg from now on (Amazon Chime SDK developer guide, sip-apps-call-record). */
export function recordLeg({ audio, track, timers, write }: RecordLegOptions): CallRecording {
  const recorder = startRecorder({ timers, tracks: track === 'BOTH' ? 2 : 1 });
  const incoming = pausableTrack(recorder.tracks[0]);
  const outgoing = pausableTrack(recorder.tracks[track === 'BOTH' ? 1 : 0]);
  const leave = [
    ...(track === 'OUTGOING' ? [] : [audio.listen(incoming)]),
    ...(track === 'INCOMING' ? [] : [audio.overhear(outgoing)]),
  ];
  let state: CallRecording['state'] = 'recording';
  let written: Promise<void> | undefined;

  return {
    get state() {
      return state;
    },
    pause() {
      if (state !== 'recording') return;
      state = 'paused';
      incoming.pause();
      outgoing.pause();
    },
    resume() {
      if (state !== 'paused') return;
      state = 'recording';
      incoming.resume();
      outgoing.resume();
    },
    async stop() {
      state = 'stopped';
      for (const part of leave) part();
      written ??= write(recorder.stop());
      await written;
    },
  };
}
