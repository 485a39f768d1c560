import { frameSamples, sampleRate } from '../../media/audio.ts';
import { toneSource } from '../../media/tone.ts';
import { buildWav } from '../../media/wav.ts';

/** What is heard in each prompt, in Hz: tones, so that a test can tell which of them it hears. */
export const promptTones = {
  'beep.wav': [1000],
  'east.wav': [900],
  'goodbye.wav': [560],
  'hours.wav': [800],
  'menu.wav': [660],
  'reminder.wav': [1200],
  'ringback.wav': [440, 480],
  'welcome.wav': [500],
  'west.wav': [1100],
  'wrong.wav': [740],
} as const satisfies Record<string, readonly number[]>;

export type PromptName = keyof typeof promptTones;

const seconds = 0.8;
const levelDbfs = -14;

/** The prompts of the examples, made anew: WAV files as PlayAudio likes them best, 8 kHz, mono, 16 bits. */
export function promptFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(promptTones).map(([name, tones]) => [name, buildWav({ rate: sampleRate, samples: chord(tones) })]),
  );
}

function chord(tones: readonly number[]): Int16Array {
  const sources = tones.map((frequencyHz) => toneSource({ frequencyHz, levelDbfs }));
  const frames = (seconds * sampleRate) / frameSamples;
  const samples = new Int16Array(frames * frameSamples);
  for (let at = 0; at < samples.length; at += frameSamples) {
    for (const source of sources) add(source.next(), samples.subarray(at));
  }
  return samples;
}

function add(frame: Int16Array | undefined, to: Int16Array): void {
  for (const [n, sample] of (frame ?? []).entries()) to[n] = (to[n] ?? 0) + sample;
}
