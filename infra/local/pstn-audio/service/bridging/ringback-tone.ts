import type { AudioSourceParameter } from '../../../../../shared/contracts/sma-actions/common.ts';
import type { Buckets } from '../../storage/buckets.ts';
import type { ActionProblem } from '../action-result.ts';
import { invalidAudioSource, readPrompt } from '../prompts/read-prompt.ts';

/** Also said where the parameter itself is wrong. */
export const invalidRingtone = 'Ringtone parameter value is invalid.';

export type RingbackTone =
  | { readonly kind: 'usable'; readonly samples: Int16Array }
  | { readonly kind: 'unusable'; readonly problem: ActionProblem };

/** Reads what the caller is to hear meanwhile; a fault is told in AWS's words, which differ from those for prompts (unexpected-action-fail). */
export async function readRingbackTone(source: AudioSourceParameter, buckets: Buckets): Promise<RingbackTone> {
  const read = await readPrompt(buckets, source);
  if (read.kind === 'prompt') return { kind: 'usable', samples: read.samples };
  const { problem } = read;
  const isInvalid = problem.errorMessage === invalidAudioSource.errorMessage;
  return { kind: 'unusable', problem: isInvalid ? { ...problem, errorMessage: invalidRingtone } : problem };
}
