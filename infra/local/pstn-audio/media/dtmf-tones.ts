import { frameSamples, sampleRate, saturate, type Pcm } from './audio.ts';

/** The tones of the keys in Hz, ITU-T Q.23: one of the rows with one of the columns. */
export const rowTones = [697, 770, 852, 941] as const;
export const columnTones = [1209, 1336, 1477, 1633] as const;
/** Row by row. */
export const keypad = ['123A', '456B', '789C', '*0#D'] as const;

/** -9 dBFS each: together they do not overdrive the line. */
const amplitude = 32_767 * 10 ** (-9 / 20);

/** 20 ms of a key's tones, from `elapsed` samples after it went down. Silence for what is no key. */
export function dtmfFrame(key: string, elapsed: number): Pcm {
  const row = keypad.findIndex((keys) => keys.includes(key));
  const low = rowTones[row];
  const high = columnTones[keypad[row]?.indexOf(key) ?? -1];
  const frame = new Int16Array(frameSamples);
  if (low === undefined || high === undefined) return frame;
  const wave = (hertz: number, n: number): number => amplitude * Math.sin((2 * Math.PI * hertz * n) / sampleRate);
  for (let n = 0; n < frameSamples; n += 1) frame[n] = saturate(wave(low, elapsed + n) + wave(high, elapsed + n));
  return frame;
}
