import type * as z from 'zod';
import type { pauseCallRecordingSchema } from '../../../../../shared/contracts/sma-actions/pause-call-recording.ts';
import { refusedAction, refusedParameter, type RunningAction } from '../action-result.ts';
import { readParameters } from '../actions/parameters.ts';
import type { CallControl } from '../call-control.ts';
import type { CallRecording } from '../call-recordings.ts';

/** What PauseCallRecording, ResumeCallRecording and StopCallRecording are given. */
type Schema = (typeof pauseCallRecordingSchema)['shape']['Parameters'];

export type RecordingReading =
  | { readonly kind: 'found'; readonly parameters: z.infer<Schema>; readonly recording: CallRecording }
  | { readonly kind: 'refused'; readonly refusal: RunningAction };

/** The recording under way that an action means. The pages name no error for want of one; these are ours. */
export function recordingOf(
  schema: Schema,
  parameters: Readonly<Record<string, unknown>>,
  control: CallControl,
): RecordingReading {
  const read = readParameters(schema, parameters);
  if (read.kind === 'invalid') return { kind: 'refused', refusal: refusedParameter(parameters, 'CallId') };
  const recording = control.callRecordings.of(read.value.CallId);
  if (recording === undefined || recording.state === 'stopped')
    return { kind: 'refused', refusal: refusedAction(read.value, 'The call leg is not being recorded.') };
  return { kind: 'found', parameters: read.value, recording };
}
