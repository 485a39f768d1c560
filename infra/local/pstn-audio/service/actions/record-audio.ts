import { recordAudioSchema } from '../../../../../shared/contracts/sma-actions/record-audio.ts';
import {
  failedAction,
  refusedAction,
  successfulAction,
  wrongLeg,
  type ActionResult,
  type RunningAction,
} from '../action-result.ts';
import { bucketProblemText } from '../../storage/bucket-problem-text.ts';
import { legOf, type CallControl } from '../call-control.ts';
import { audioRecordingKey } from '../recording/object-keys.ts';
import { recordUntil } from '../recording/record-until.ts';
import { readParameters } from './parameters.ts';

/**
 * AWS's thresholds of 100, 200 and 1000 stand for some 45, 60 and 75 dB, so they grow as amplitudes do: taken as the root mean
 * square of 16-bit samples, 200 lies at -44 dBFS.
 */
const defaultSilenceThreshold = 200;

/**
 * Records what one party says, as a voicemail does (Amazon Chime SDK developer guide, record-audio), and answers a caller who
 * still waits. Cut short, by an update of the call or by the party hanging up, it writes what there is.
 */
export function recordAudio(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const read = readParameters(recordAudioSchema.shape.Parameters, parameters);
  if (read.kind === 'invalid') return refusedAction(parameters, problemOf([...read.missing, ...read.wrong]));
  // The page takes the one or the other.
  if (read.value.CallId !== undefined && read.value.ParticipantTag !== undefined)
    return refusedAction(read.value, wrongLeg);
  const leg = legOf(control, read.value);
  if (leg?.audio === undefined || !leg.connected) return refusedAction(read.value, problemOf(['CallId']));

  const { parts, caller, callRecordings } = control;
  const { callId } = leg.description;
  const { RecordingDestination: destination } = read.value;
  const filledIn = { ...read.value, CallId: callId };
  const key = audioRecordingKey(destination.Prefix, callId, callRecordings.nextNumber());
  if (leg === caller) caller.answer();
  const recording = recordUntil({
    audio: leg.audio,
    timers: parts.timers,
    maximumMilliseconds: inMilliseconds(read.value.DurationInSeconds),
    silenceMilliseconds: inMilliseconds(read.value.SilenceDurationInSeconds),
    silentBelow: read.value.SilenceThreshold ?? defaultSilenceThreshold,
    terminators: read.value.RecordingTerminators,
  });
  void leg.ended.then(() => recording.end());

  const run = async (): Promise<ActionResult> => {
    const { file, terminator } = await recording.done;
    const written = await parts.buckets.write(destination.BucketName, key, file);
    if (written !== 'written')
      return failedAction(filledIn, {
        errorType: 'InvalidActionParameter',
        errorMessage: 'An error occurred while uploading the recording to the S3 bucket.',
        note: bucketProblemText(written, { bucket: destination.BucketName, key }, parts.buckets),
      });
    return successfulAction(filledIn, {
      RecordingDestination: { Type: 'S3', BucketName: destination.BucketName, Key: key },
      ...(terminator === undefined ? {} : { RecordingTerminatorUsed: terminator }),
    });
  };
  return { done: run(), abort: () => recording.end() };
}

function inMilliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

/** In AWS's words and order (record-audio, unexpected-action-fail). */
function problemOf(names: readonly string[]): string {
  if (names.includes('CallId') || names.includes('ParticipantTag')) return wrongLeg;
  const value = ['DurationInSeconds', 'SilenceDurationInSeconds', 'SilenceThreshold'].find((each) =>
    names.includes(each),
  );
  if (value !== undefined) return `${value} parameter value is invalid.`;
  if (names.includes('RecordingDestination')) return 'The RecordingDestination parameter is invalid.';
  return 'RecordingTerminators parameter value is invalid.';
}
