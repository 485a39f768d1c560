import { stopCallRecordingSchema } from '../../../../../shared/contracts/sma-actions/stop-call-recording.ts';
import { successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { recordingOf } from '../recording/recording-of.ts';

/** Ends a recording for good and writes it (Amazon Chime SDK developer guide, stop-call-recording). */
export function stopCallRecording(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const found = recordingOf(stopCallRecordingSchema.shape.Parameters, parameters, control);
  if (found.kind === 'refused') return found.refusal;
  return {
    done: found.recording.stop().then(() => successfulAction(found.parameters)),
    abort: () => undefined,
  };
}
