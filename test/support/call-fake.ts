import type { AudioSink, AudioSource } from '../../infra/local/pstn-audio/media/audio.ts';
import type { DigitTiming } from '../../infra/local/pstn-audio/media/digit-sender.ts';
import type { RtpEndpoint } from '../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import type { SpeechOptions } from '../../infra/local/pstn-audio/media/speech/speech-synthesizer.ts';
import { buildWav } from '../../infra/local/pstn-audio/media/wav.ts';
import type { CallControl } from '../../infra/local/pstn-audio/service/call-control.ts';
import { ArmedDigits } from '../../infra/local/pstn-audio/service/armed-digits.ts';
import type { FirstLeg, Leg } from '../../infra/local/pstn-audio/service/legs/leg.ts';
import { rateLimit } from '../../infra/local/pstn-audio/service/rate-limit.ts';
import type { BucketProblem } from '../../infra/local/pstn-audio/storage/buckets.ts';
import { TimersFake } from './timers-fake.ts';

/** One end of a phone call whose other end is the test: it hears what is played, and presses keys. */
export class EndpointFake {
  /** The first sample of each frame that was played, in order; what nothing was played in is left out. */
  readonly heard: number[] = [];
  readonly sent: { readonly digits: string; readonly timing: DigitTiming | undefined }[] = [];
  #source: AudioSource | undefined;
  readonly #ears = new Set<AudioSink>();
  #sending = Promise.withResolvers<void>();

  constructor(timers: TimersFake) {
    timers.every(20, () => {
      const frame = this.#source?.next();
      if (frame !== undefined) this.heard.push(frame[0] ?? 0);
    });
  }

  get playing(): boolean {
    return this.#source !== undefined;
  }

  get listeners(): number {
    return this.#ears.size;
  }

  play(source: AudioSource | undefined): void {
    const before = this.#source;
    this.#source = source;
    before?.released?.();
  }

  listen(sink: AudioSink): () => void {
    this.#ears.add(sink);
    return () => {
      if (this.#ears.delete(sink)) sink.released?.();
    };
  }

  sendDigits(digits: string, timing?: DigitTiming): Promise<void> {
    this.sent.push({ digits, timing });
    return this.#sending.promise;
  }

  /** What is being sent has been sent. */
  sentAll(): void {
    this.#sending.resolve();
    this.#sending = Promise.withResolvers();
  }

  press(keys: string): void {
    for (const key of keys) for (const ear of this.#ears) ear.digit?.(key);
  }
}

interface LegFake extends Leg {
  connected: boolean;
}

export interface CallFake {
  readonly control: CallControl;
  readonly timers: TimersFake;
  readonly caller: EndpointFake;
  readonly callee: EndpointFake;
  /** How often the caller's leg was answered. */
  readonly answers: { count: number };
  /** What DIGITS_RECEIVED told. */
  readonly received: { readonly parameters: object; readonly digits: string }[];
  /** Texts that were asked to be spoken, and how. */
  readonly said: ({ readonly text: string } & SpeechOptions)[];
  readonly bucketReads: string[];
  /** Makes reading and speaking wait until it resolves. */
  readonly holdUp: (until: Promise<void>) => void;
  readonly end: (callId: string) => void;
}

/** CallIds of the legs: two phones and a meeting. */
export const callIds = { a: 'call-a', b: 'call-b', meeting: 'call-m' } as const;

/** Prompts in bucket `prompts`: so many frames of one value. */
export const prompts: Readonly<Record<string, { readonly value: number; readonly frames: number }>> = {
  'hello.wav': { value: 1000, frames: 5 },
  'wrong.wav': { value: 2000, frames: 2 },
};
export const source = (Key: string, BucketName = 'prompts'): object => ({ Type: 'S3', BucketName, Key });

/** A call with a caller, a callee and a meeting, whose clock and keys are in the test's hands. A spoken text is as many frames long as it has letters. */
export function callFake({ speakPerSecond }: { readonly speakPerSecond?: number } = {}): CallFake {
  const timers = new TimersFake();
  const [caller, callee] = [new EndpointFake(timers), new EndpointFake(timers)];
  const answers = { count: 0 };
  const said: CallFake['said'] = [];
  const received: CallFake['received'] = [];
  const bucketReads: string[] = [];
  let ready = Promise.resolve();
  const ends = new Map<string, (code: number) => void>();
  const leg = (callId: string, tag: 'LEG-A' | 'LEG-B', audio: EndpointFake | undefined): LegFake => {
    const { promise: ended, resolve } = Promise.withResolvers<number>();
    const fake: LegFake = {
      description: { callId, tag, to: '', from: '', direction: 'Inbound', startedAt: 0 },
      connected: true,
      audio: audio as unknown as RtpEndpoint | undefined,
      ended,
      hangUp: () => undefined,
    };
    ends.set(callId, (code) => {
      fake.connected = false;
      resolve(code);
    });
    return fake;
  };
  const legA = Object.assign(leg(callIds.a, 'LEG-A', caller), {
    ring: () => undefined,
    earlyMedia: () => undefined,
    answer: () => void (answers.count += 1),
  }) as unknown as FirstLeg;

  const control = {
    parts: {
      clock: timers,
      timers,
      buckets: {
        async read(bucket: string, key: string): Promise<Uint8Array | BucketProblem> {
          bucketReads.push(`${bucket}/${key}`);
          await ready;
          if (bucket !== 'prompts') return 'noSuchBucket';
          if (key === 'text.wav') return new TextEncoder().encode('no sound at all');
          const prompt = prompts[key];
          return prompt === undefined ? 'noSuchKey' : wavOf(prompt.value, prompt.frames);
        },
      },
      speech: {
        name: 'fake',
        async say(text: string, options: SpeechOptions): Promise<Int16Array> {
          said.push({ text, ...options });
          await ready;
          return new Int16Array(160 * text.length).fill(3000);
        },
      },
      limits: { voiceFocus: rateLimit(5, timers), speak: rateLimit(speakPerSecond, timers) },
    },
    caller: legA,
    legs: [legA, leg(callIds.b, 'LEG-B', callee), leg(callIds.meeting, 'LEG-B', undefined)],
    armedDigits: new ArmedDigits(),
    digitsReceived: (parameters: object, digits: string) => received.push({ parameters, digits }),
  } as unknown as CallControl;
  return {
    control,
    timers,
    caller,
    callee,
    answers,
    received,
    said,
    bucketReads,
    holdUp: (until) => {
      ready = until;
    },
    end: (callId) => ends.get(callId)?.(0),
  };
}

function wavOf(value: number, frames: number): Uint8Array {
  return buildWav({ rate: 8000, samples: new Int16Array(160 * frames).fill(value) });
}

/** What was heard, shortened: "1000×5 2000×2". */
export function inBrief({ heard }: EndpointFake): string {
  const runs: { value: number; count: number }[] = [];
  for (const value of heard) {
    const last = runs.at(-1);
    if (last?.value === value) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  return runs.map(({ value, count }) => `${value}×${count}`).join(' ');
}
