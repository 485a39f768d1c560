import { pauseCallRecordingSchema } from '../../../../../shared/contracts/sma-actions/pause-call-recording.ts';
import { finishedAction, successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { recordingOf } from '../recording/recording-of.ts';

/** Records silence in place of what is said; the recording goes on (Amazon Chime SDK developer guide, pause-call-recording). Does nothing the second time. */
export function pauseCallRecording(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const found = recordingOf(pauseCallRecordingSchema.shape.Parameters, parameters, control);
  if (found.kind === 'refused') return found.refusal;
  found.recording.pause();
  return finishedAction(successfulAction(found.parameters));
}
