import { startCallRecordingSchema } from '../../../../../shared/contracts/sma-actions/start-call-recording.ts';
import {
  failedAction,
  refusedAction,
  refusedParameter,
  successfulAction,
  type ActionResult,
  type RunningAction,
} from '../action-result.ts';
import { bucketProblemText } from '../../storage/bucket-problem-text.ts';
import type { BucketProblem } from '../../storage/buckets.ts';
import type { CallControl } from '../call-control.ts';
import { callRecordingPlace } from '../recording/object-keys.ts';
import { recordLeg } from '../recording/record-leg.ts';
import { readParameters } from './parameters.ts';

/** AWS's page shows it as a single `Error`, the form of older pages. */
const noAccess = 'NoAccessToDestination: Error while accessing destination';

/**
 * Records a leg from now on, beside whatever else happens to it, once in its life (Amazon Chime SDK developer guide,
 * start-call-recording). The file is written when the recording is stopped or the leg ends.
 */
export function startCallRecording(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const read = readParameters(startCallRecordingSchema.shape.Parameters, parameters);
  if (read.kind === 'invalid') return refusedParameter(parameters, [...read.missing, ...read.wrong][0] ?? '');
  const { CallId: callId, Track: track, Destination: destination } = read.value;
  const { callRecordings, parts, transactionId } = control;
  const leg = control.legs.find(({ description }) => description.callId === callId);
  if (leg?.audio === undefined || !leg.connected) return refusedParameter(read.value, 'CallId');
  if (callRecordings.of(callId) !== undefined)
    return refusedAction(read.value, 'The call leg has been recorded already: a leg can be recorded only once.');

  const { audio, ended } = leg;
  const { bucket, key } = callRecordingPlace(destination.Location, {
    transactionId,
    callId,
    startedAt: leg.description.startedAt,
  });
  const problemText = (problem: BucketProblem): string => bucketProblemText(problem, { bucket, key }, parts.buckets);
  const run = async (): Promise<ActionResult> => {
    const found = await parts.buckets.read(bucket, key);
    // A bucket in which the key can be looked for can be written to as well.
    if (typeof found === 'string' && found !== 'noSuchKey' && found !== 'tooLarge') {
      const note = problemText(found);
      return failedAction(
        read.value,
        { errorType: 'SystemException', errorMessage: noAccess, note },
        { Error: noAccess },
      );
    }
    const recording = recordLeg({
      audio,
      track,
      timers: parts.timers,
      // AWS's pages know of no event for a file that cannot be written in the end.
      write: async (file) => {
        const written = await parts.buckets.write(bucket, key, file);
        if (written !== 'written') control.note(`a call recording is lost: ${problemText(written)}`);
      },
    });
    callRecordings.add(callId, recording);
    // Whatever becomes of the file, the call has ended.
    ended
      .then(() => recording.stop())
      .catch((cause: unknown) => control.note(`a call recording is lost: ${String(cause)}`));
    return successfulAction(read.value, {
      CallRecordingDestination: { Type: 'S3', Location: `${bucket}/${key}` },
    });
  };
  return { done: run(), abort: () => undefined };
}
