import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import { attemptMade } from '../attempts.ts';
import type { Trying } from '../call-state.ts';

/** A voicemail was recorded; RecordAudio's result says where it lies. */
export function voicemailLeft(state: Trying, { ActionData }: SmaEvent): Happening {
  const place: unknown = ActionData?.['RecordingDestination'];
  const { BucketName: bucket, Key: key }: Record<string, unknown> =
    typeof place === 'object' && place !== null ? { ...place } : {};
  return {
    kind: 'voicemailLeft',
    attempt: attemptMade(state),
    ...(typeof bucket === 'string' ? { bucket } : {}),
    ...(typeof key === 'string' ? { key } : {}),
  };
}
