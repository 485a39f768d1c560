import type { SpeechOptions } from '../../../../../../../infra/local/pstn-audio/media/speech/speech-synthesizer.ts';
import { buildWav } from '../../../../../../../infra/local/pstn-audio/media/wav.ts';
import { rateLimit } from '../../../../../../../infra/local/pstn-audio/service/rate-limit.ts';
import {
  noBuckets,
  type BucketProblem,
  type Buckets,
} from '../../../../../../../infra/local/pstn-audio/storage/buckets.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { FakeAudio } from './fake-audio.ts';
import { FakeCall } from './fake-call.ts';
import { FakeLeg } from './fake-leg.ts';

/** CallIds of the legs: two phones and a meeting. */
export const callIds = { a: 'call-a', b: 'call-b', meeting: 'call-m' } as const;

/** Prompts in bucket `prompts`: so many frames of one value. */
const prompts: Readonly<Record<string, { readonly value: number; readonly frames: number }>> = {
  'hello.wav': { value: 1000, frames: 5 },
  'wrong.wav': { value: 2000, frames: 2 },
};
export const source = (Key: string, BucketName = 'prompts'): object => ({ Type: 'S3', BucketName, Key });

export interface PromptedCall {
  readonly control: FakeCall;
  readonly timers: TimersFake;
  readonly caller: FakeAudio;
  readonly callee: FakeAudio;
  /** How often the caller's leg was answered. */
  readonly answers: { readonly count: number };
  /** What DIGITS_RECEIVED told. */
  readonly received: FakeCall['received'];
  /** Texts that were asked to be spoken, and how. */
  readonly said: ({ readonly text: string } & SpeechOptions)[];
  /** Makes reading and speaking wait until it resolves. */
  readonly holdUp: (until: Promise<void>) => void;
  readonly end: (callId: string) => void;
}

/** A call with a caller, a callee and a meeting, and something to be heard in it. A spoken text is as many frames long as it has letters. */
export function promptedCall({ speakPerSecond }: { readonly speakPerSecond?: number } = {}): PromptedCall {
  const timers = new TimersFake();
  const said: PromptedCall['said'] = [];
  let ready = Promise.resolve();
  const buckets: Buckets = {
    ...noBuckets,
    async read(bucket, key) {
      await ready;
      return bucket === 'prompts' ? promptAt(key) : 'noSuchBucket';
    },
  };
  const speech = {
    name: 'fake',
    async say(text: string, options: SpeechOptions): Promise<Int16Array> {
      said.push({ text, ...options });
      await ready;
      return new Int16Array(160 * text.length).fill(3000);
    },
  };
  const limits = { voiceFocus: rateLimit(5, timers), speak: rateLimit(speakPerSecond, timers) };
  const control = new FakeCall({ timers, parts: { buckets, speech, limits } });
  const { caller } = control;
  const callee = new FakeLeg({ tag: 'LEG-B' }, new FakeAudio(timers));
  const meeting = Object.assign(new FakeLeg({ tag: 'LEG-B', callId: callIds.meeting }), { audio: undefined });
  control.legs.push(meeting, callee);
  const phones = [caller, callee];
  return {
    control,
    timers,
    caller: caller.audio,
    callee: callee.audio,
    answers: {
      get count() {
        return caller.done.filter((each) => each === 'answer').length;
      },
    },
    received: control.received,
    said,
    holdUp: (until) => {
      ready = until;
    },
    end: (callId) => phones.find(({ description }) => description.callId === callId)?.leaves(),
  };
}

function promptAt(key: string): Uint8Array | BucketProblem {
  if (key === 'text.wav') return new TextEncoder().encode('no sound at all');
  const prompt = prompts[key];
  if (prompt === undefined) return 'noSuchKey';
  return buildWav({ rate: 8000, samples: new Int16Array(160 * prompt.frames).fill(prompt.value) });
}
