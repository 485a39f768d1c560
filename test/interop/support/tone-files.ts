import { writeFile } from 'node:fs/promises';
import { frameSamples, sampleRate } from '../../../infra/local/pstn-audio/media/audio.ts';
import { dtmfFrame } from '../../../infra/local/pstn-audio/media/dtmf-tones.ts';
import { encodePcma } from '../../../infra/local/pstn-audio/media/pcma.ts';
import { encodePcmu } from '../../../infra/local/pstn-audio/media/pcmu.ts';
import { toneDetector } from '../../../infra/local/pstn-audio/media/tone-detector.ts';
import { toneSource } from '../../../infra/local/pstn-audio/media/tone.ts';
import { buildWav, parseWav } from '../../../infra/local/pstn-audio/media/wav.ts';
import { recorded } from '../../support/recorded.ts';
import type { ScratchFolder } from './scratch-folder.ts';

const framesOfAKey = 5;

/** A tone as 8 kHz WAV. */
export async function writeToneWav(path: string, frequencyHz: number, seconds: number): Promise<void> {
  await writeFile(path, buildWav({ rate: sampleRate, samples: tone(frequencyHz, seconds) }));
}

/**
 * One second of a tone as bare bytes, voice.ul (PCMU) and voice.al (PCMA), as sipp streams them, over and over: a whole number of
 * hertz repeats without a click.
 */
export async function writeTonesToStream(folder: ScratchFolder, frequencyHz: number): Promise<void> {
  const samples = tone(frequencyHz, 1);
  await writeFile(folder.file('voice.ul'), encodePcmu(samples));
  await writeFile(folder.file('voice.al'), encodePcma(samples));
}

/** The tones of keys (ITU-T Q.23), 100 ms each with as much silence before and after, as bare bytes: keys.ul (PCMU). */
export async function writeKeysToStream(folder: ScratchFolder, keys: string): Promise<void> {
  const silence = Array.from({ length: framesOfAKey }, () => new Int16Array(frameSamples));
  const frames = keys
    .split('')
    .flatMap((key) => [
      ...silence,
      ...silence.map((_, n) => Int16Array.from(dtmfFrame(key, n * frameSamples))),
      ...silence,
    ]);
  await writeFile(folder.file('keys.ul'), encodePcmu(Int16Array.from(frames.flatMap((frame) => [...frame]))));
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

/** How long a tone is in a channel of a WAV file, all spans together, to the nearest 20 ms. @throws Error when it cannot be read as one. */
export function toneMilliseconds(bytes: Uint8Array | undefined, frequencyHz: number, channel = 0): number {
  const file = recorded(bytes);
  return file
    .heard(channel, frequencyHz)
    .reduce((sum, { from, until }) => sum + Math.min(until, file.milliseconds) - Math.max(from, 0), 0);
}

function tone(frequencyHz: number, seconds: number): Int16Array {
  const source = toneSource({ frequencyHz });
  const frames = Array.from({ length: (seconds * sampleRate) / frameSamples }, () => [...(source.next() ?? [])]);
  return Int16Array.from(frames.flat());
}
