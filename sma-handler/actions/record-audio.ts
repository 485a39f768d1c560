import type { RecordAudioAction } from '../../shared/contracts/sma-response.ts';
import type { VoicemailAttempt } from '../step.ts';

/** A caller who says nothing for so long has said it all. */
const silenceSeconds = 5;
/** AWS's default, which record-audio lets one leave out and unexpected-action-fail does not. */
const silenceThreshold = 200;

/**
 * Records the caller, until they are silent, press the pound key or have used up their time. The object's key begins
 * with the voicemail's and the transaction's ids: nothing personal, and no context id, for that is a key to the context.
 */
export function recordAudio(
  { id, maximumSeconds }: Pick<VoicemailAttempt, 'id' | 'maximumSeconds'>,
  bucketName: string,
  transactionId: string,
): RecordAudioAction {
  return {
    Type: 'RecordAudio',
    Parameters: {
      ParticipantTag: 'LEG-A',
      DurationInSeconds: maximumSeconds,
      SilenceDurationInSeconds: silenceSeconds,
      SilenceThreshold: silenceThreshold,
      RecordingTerminators: ['#'],
      RecordingDestination: {
        Type: 'S3',
        BucketName: bucketName,
        Prefix: `voicemail/${safe(id)}/${safe(transactionId)}`,
      },
    },
  };
}

/** None but characters that an S3 key may have anywhere. */
function safe(text: string): string {
  return text.replaceAll(/[^\w.-]/g, '-').slice(0, 200);
}
