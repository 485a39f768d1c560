import type { AudioSourceParameter } from '../../../../../shared/contracts/sma-actions/common.ts';
import { invalidAudioSource, readPrompt } from '../prompts/read-prompt.ts';
import type { Buckets } from '../../storage/buckets.ts';

export type RingbackTone =
  | { readonly kind: 'usable'; readonly samples: Int16Array }
  | { readonly kind: 'unusable'; readonly errorMessage: string };

/** Reads what the caller is to hear meanwhile; a fault is told in AWS's words, which differ from those for prompts (unexpected-action-fail). */
export async function readRingbackTone(source: AudioSourceParameter, buckets: Buckets): Promise<RingbackTone> {
  const read = await readPrompt(buckets, source);
  if (read.kind === 'prompt') return { kind: 'usable', samples: read.samples };
  const { problem } = read;
  return {
    kind: 'unusable',
    errorMessage: problem === invalidAudioSource ? 'Ringtone parameter value is invalid.' : problem.errorMessage,
  };
}
