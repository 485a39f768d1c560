import type { AudioSourceParameter } from '../../../../../shared/contracts/sma-actions/common.ts';
import { toPhoneRate } from '../../media/resample.ts';
import { parseWav } from '../../media/wav.ts';
import { bucketProblemText } from '../../storage/bucket-problem-text.ts';
import type { Buckets } from '../../storage/buckets.ts';
import type { ActionProblem } from '../action-result.ts';

export type PromptReading =
  /** 8 kHz mono. Nobody may change the samples: others play them too. */
  | { readonly kind: 'prompt'; readonly samples: Int16Array }
  | {
      readonly kind: 'unusable';
      /** With a note: which object, and what to do about it. */
      readonly problem: ActionProblem;
    };

type Decoding =
  | { readonly kind: 'decoded'; readonly samples: Int16Array }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** By the very bytes: buckets that hand over the same bytes again make them be decoded once; with them goes what is kept here. */
const decodings = new WeakMap<Uint8Array, Promise<Decoding>>();

/** Type, BucketName or Key is wrong, or what is there is no sound (unexpected-action-fail; play-audio, errors). */
export const invalidAudioSource: ActionProblem = {
  errorType: 'InvalidAudioSource',
  errorMessage: 'Audio Source parameter value is invalid.',
};
/** The object cannot be had (unexpected-action-fail). */
const noAccess: ActionProblem = {
  errorType: 'InvalidAudioSource',
  errorMessage: 'Cannot access S3 bucket or audio file.',
};

/** Reads a WAV file from a bucket and brings it to 8 kHz. Mono only: of two channels nobody says what AWS would make. */
export async function readPrompt(
  buckets: Buckets,
  { BucketName: bucket, Key: key }: AudioSourceParameter,
): Promise<PromptReading> {
  const bytes = await buckets.read(bucket, key);
  if (typeof bytes === 'string')
    return unusable(
      bytes === 'tooLarge' ? invalidAudioSource : noAccess,
      bucketProblemText(bytes, { bucket, key }, buckets),
    );
  const underWay = decodings.get(bytes) ?? decode(bytes);
  decodings.set(bytes, underWay);
  const decoding = await underWay;
  return decoding.kind === 'decoded'
    ? { kind: 'prompt', samples: decoding.samples }
    : unusable(invalidAudioSource, `"${key}" in bucket "${bucket}" cannot be played: ${decoding.problem}`);
}

async function decode(bytes: Uint8Array): Promise<Decoding> {
  const read = parseWav(bytes);
  return read.kind === 'wav' ? { kind: 'decoded', samples: await toPhoneRate(read.wav) } : read;
}

function unusable(problem: ActionProblem, note: string): PromptReading {
  return { kind: 'unusable', problem: { ...problem, note } };
}
