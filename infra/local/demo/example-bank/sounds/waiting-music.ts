import { sampleRate } from '../../../pstn-audio/media/audio.ts';
import { encodePcmu } from '../../../pstn-audio/media/pcmu.ts';

/** D, E, F sharp and A of the sixth octave, in Hz: high above the voices of the local cloud, so that a test can tell music from words. */
export const musicTones = { d: 1175, e: 1319, f: 1480, a: 1760 } as const;

type Note = keyof typeof musicTones;

/** One round of waiting: sixteen notes, and the last leads back to the first. */
const tune: readonly Note[] = ['d', 'f', 'a', 'f', 'd', 'f', 'a', 'f', 'e', 'f', 'a', 'f', 'e', 'f', 'e', 'd'];
const noteSamples = 0.625 * sampleRate;
const amplitude = 3000;
/** A note that began or ended at once would click. */
const swellSamples = 0.02 * sampleRate;

const headerBytes = 58;
const pcmuTag = 7;

/** The example bank's waiting music, made anew: ten seconds in a WAV file of µ-law, 8 kHz, mono, as telephones have it anyway. */
export function waitingMusic(): Uint8Array {
  const codes = encodePcmu(Int16Array.from(tune.flatMap(played)));
  const file = new Uint8Array(headerBytes + codes.length);
  file.set(pcmuHeader(codes.length));
  file.set(codes, headerBytes);
  return file;
}

function played(note: Note): number[] {
  const turn = (2 * Math.PI * musicTones[note]) / sampleRate;
  return Array.from({ length: noteSamples }, (_, n) => {
    const swell = Math.min(1, n / swellSamples, (noteSamples - n) / swellSamples);
    return Math.round(amplitude * swell * Math.sin(turn * n));
  });
}

/** RIFF/WAVE specification: a format that is not PCM says how long its extension is (none), and has a fact chunk. */
function pcmuHeader(samples: number): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  const text = (at: number, words: string): void => void new TextEncoder().encodeInto(words, bytes.subarray(at));
  text(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 18, true);
  view.setUint16(20, pcmuTag, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(38, 'fact');
  view.setUint32(42, 4, true);
  view.setUint32(46, samples, true);
  text(50, 'data');
  view.setUint32(54, samples, true);
  return bytes;
}
