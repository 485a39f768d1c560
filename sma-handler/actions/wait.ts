import type { SmaAction } from '../../shared/contracts/sma-response.ts';
import { roundMilliseconds } from '../../shared/domain/routing/meeting-wait.ts';
import type { S3Object } from '../step.ts';

/** The shortest Pause there is (unexpected-action-fail). */
const shortestMilliseconds = 100;

/** Waits for a round, with music where there is any. */
export function waitARound(music: S3Object | undefined): SmaAction {
  return music === undefined ? pause(roundMilliseconds) : playAudio(music);
}

/** Takes the place of music that is being played: an empty list would let it go on. */
export function stopMusic(): SmaAction {
  return pause(shortestMilliseconds);
}

function playAudio({ bucket, key }: S3Object): SmaAction {
  return {
    Type: 'PlayAudio',
    Parameters: { ParticipantTag: 'LEG-A', AudioSource: { Type: 'S3', BucketName: bucket, Key: key } },
  };
}

function pause(milliseconds: number): SmaAction {
  return { Type: 'Pause', Parameters: { ParticipantTag: 'LEG-A', DurationInMilliseconds: milliseconds } };
}
