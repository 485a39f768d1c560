import { writeFile } from 'node:fs/promises';
import { frameSamples, sampleRate } from '../../../infra/local/pstn-audio/media/audio.ts';
import { encodePcmu } from '../../../infra/local/pstn-audio/media/pcmu.ts';
import { toneDetector } from '../../../infra/local/pstn-audio/media/tone-detector.ts';
import { toneSource } from '../../../infra/local/pstn-audio/media/tone.ts';
import { buildWav, parseWav } from '../../../infra/local/pstn-audio/media/wav.ts';

/** A tone as 8 kHz WAV. */
export async function writeToneWav(path: string, frequencyHz: number, seconds: number): Promise<void> {
  await writeFile(path, buildWav({ rate: sampleRate, samples: tone(frequencyHz, seconds) }));
}

/** One second of a tone as bare µ-law bytes, as sipp streams them, over and over: a whole number of hertz repeats without a click. */
export async function writeToneUlaw(path: string, frequencyHz: number): Promise<void> {
  await writeFile(path, encodePcmu(tone(frequencyHz, 1)));
}

/** Whether an 8 kHz WAV file has at least 100 ms of a steady tone. @throws Error when it cannot be read as one. */
export function toneIsIn(bytes: Uint8Array, frequencyHz: number): boolean {
  const read = parseWav(bytes);
  if (read.kind === 'unreadable') throw new Error(`the recording cannot be read: ${read.problem}`);
  if (read.wav.rate !== sampleRate)
    throw new Error(`the recording has ${read.wav.rate} samples in a second, not ${sampleRate}`);
  const { samples } = read.wav;
  const detector = toneDetector(frequencyHz);
  for (let at = 0; at + frameSamples <= samples.length; at += frameSamples)
    if (detector.heardIn(samples.subarray(at, at + frameSamples))) return true;
  return false;
}

function tone(frequencyHz: number, seconds: number): Int16Array {
  const source = toneSource({ frequencyHz });
  const frames = Array.from({ length: (seconds * sampleRate) / frameSamples }, () => [...(source.next() ?? [])]);
  return Int16Array.from(frames.flat());
}
