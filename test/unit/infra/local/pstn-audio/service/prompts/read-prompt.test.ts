import { toneDetector } from '../../../../../../../infra/local/pstn-audio/media/tone-detector.ts';
import { buildWav } from '../../../../../../../infra/local/pstn-audio/media/wav.ts';
import { readPrompt } from '../../../../../../../infra/local/pstn-audio/service/prompts/read-prompt.ts';
import {
  noBuckets,
  type BucketProblem,
  type Buckets,
} from '../../../../../../../infra/local/pstn-audio/storage/buckets.ts';

const source = { Type: 'S3', BucketName: 'prompts', Key: 'a.wav' } as const;
const holding = (content: Uint8Array | BucketProblem): Buckets => ({
  ...noBuckets,
  read: () => Promise.resolve(content),
});

function tone(rate: number, frequencyHz: number): Int16Array {
  return Int16Array.from({ length: rate / 5 }, (_, n) => 8000 * Math.sin((2 * Math.PI * frequencyHz * n) / rate));
}

describe('reading a prompt', () => {
  it.each([8000, 16_000, 22_050, 44_100])('brings a tone at %i samples in a second to the phone', async (rate) => {
    const reading = await readPrompt(holding(buildWav({ rate, samples: tone(rate, 440) })), source);

    const samples = reading.kind === 'prompt' ? reading.samples : new Int16Array();
    const detector = toneDetector(440);
    for (let at = 160; at + 160 <= samples.length - 160; at += 160) detector.frame(samples.subarray(at, at + 160));
    expect(samples).toHaveLength(1600);
    expect(detector.present).toBe(true);
  });

  it('decodes the same bytes once', async () => {
    const buckets = holding(buildWav({ rate: 16_000, samples: tone(16_000, 440) }));

    const first = await readPrompt(buckets, source);
    const second = await readPrompt(buckets, source);

    expect(first).toMatchObject({ kind: 'prompt' });
    expect(second.kind === 'prompt' && first.kind === 'prompt' && second.samples === first.samples).toBe(true);
  });

  it.each([
    { problem: 'noSuchBucket', text: 'Cannot access S3 bucket or audio file.', reason: /no such bucket/ },
    { problem: 'noSuchKey', text: 'Cannot access S3 bucket or audio file.', reason: /no such file/ },
    { problem: 'notAllowed', text: 'Cannot access S3 bucket or audio file.', reason: /may not be read/ },
    { problem: 'failed', text: 'Cannot access S3 bucket or audio file.', reason: /could not be read/ },
    { problem: 'tooLarge', text: 'Audio Source parameter value is invalid.', reason: /larger than 50 MB/ },
  ] as const)('tells AWS’s words and the reason for $problem', async ({ problem, text, reason }) => {
    expect(await readPrompt(holding(problem), source)).toEqual({
      kind: 'unusable',
      problem: { errorType: 'InvalidAudioSource', errorMessage: text, note: expect.stringMatching(reason) },
    });
  });

  it('tells what is wrong with a file that is no sound', async () => {
    expect(await readPrompt(holding(new Uint8Array(100)), source)).toMatchObject({
      kind: 'unusable',
      problem: {
        errorMessage: 'Audio Source parameter value is invalid.',
        note: expect.stringMatching(/^"a\.wav" in bucket "prompts" cannot be played: .*RIFF/),
      },
    });
  });
});
