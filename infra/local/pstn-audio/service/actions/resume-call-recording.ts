import { resumeCallRecordingSchema } from '../../../../../shared/contracts/sma-actions/resume-call-recording.ts';
import { finishedAction, successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { recordingOf } from '../recording/recording-of.ts';

/** Records again what is said, after PauseCallRecording (Amazon Chime SDK developer guide, resume-call-recording). Does nothing the second time. */
export function resumeCallRecording(
  parameters: Readonly<Record<string, unknown>>,
  control: CallControl,
): RunningAction {
  const found = recordingOf(resumeCallRecordingSchema.shape.Parameters, parameters, control);
  if (found.kind === 'refused') return found.refusal;
  found.recording.resume();
  return finishedAction(successfulAction(found.parameters));
}
