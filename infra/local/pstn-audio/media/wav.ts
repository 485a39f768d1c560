import { decodePcmu } from './pcmu.ts';
import { parseWavFormat, type WavFormat } from './wav-format.ts';

export interface Wav {
  /** Samples in a second. */
  readonly rate: number;
  readonly samples: Int16Array;
}

export type WavResult =
  { readonly kind: 'wav'; readonly wav: Wav } | { readonly kind: 'unreadable'; readonly problem: string };

/** Reads a mono WAV file of 8-bit or 16-bit PCM or 8-bit µ-law, at any rate. A file cut short is read as far as it goes. Never throws. */
export function parseWav(bytes: Uint8Array): WavResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || text(view, 0) !== 'RIFF' || text(view, 8) !== 'WAVE')
    return unreadable('it is not a WAV file: it does not start with RIFF and WAVE');
  let format: WavFormat | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    // Whoever writes to a pipe cannot know the length, and writes a very large one.
    const end = Math.min(at + 8 + view.getUint32(at + 4, true), bytes.length);
    const chunk = new DataView(bytes.buffer, bytes.byteOffset + at + 8, end - at - 8);
    const kind = text(view, at);
    if (kind === 'fmt ') {
      const read = parseWavFormat(chunk);
      if (read.kind === 'unreadable') return read;
      format = read.format;
    }
    if (kind === 'data') {
      if (format === undefined) return unreadable('its data comes before its format');
      return { kind: 'wav', wav: { rate: format.rate, samples: readSamples(chunk, format.encoding) } };
    }
    // Chunks begin at even places.
    at = end + (end % 2);
  }
  return unreadable('it has no data chunk');
}

/** Writes a mono WAV file of PCM; 8 bits keep the upper half of each sample. */
export function buildWav({ rate, samples }: Wav, bits: 8 | 16 = 16): Uint8Array {
  const dataBytes = (samples.length * bits) / 8;
  const padding = dataBytes % 2;
  const bytes = new Uint8Array(44 + dataBytes + padding);
  const view = new DataView(bytes.buffer);
  const encoder = new TextEncoder();
  encoder.encodeInto('RIFF', bytes);
  view.setUint32(4, bytes.length - 8, true);
  encoder.encodeInto('WAVEfmt ', bytes.subarray(8));
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, (rate * bits) / 8, true);
  view.setUint16(32, bits / 8, true);
  view.setUint16(34, bits, true);
  encoder.encodeInto('data', bytes.subarray(36));
  view.setUint32(40, dataBytes, true);
  for (const [n, sample] of samples.entries()) {
    if (bits === 16) view.setInt16(44 + n * 2, sample, true);
    else view.setUint8(44 + n, (sample >> 8) + 128);
  }
  return bytes;
}

function readSamples(data: DataView, encoding: WavFormat['encoding']): Int16Array {
  switch (encoding) {
    case 'pcm16':
      return Int16Array.from({ length: Math.floor(data.byteLength / 2) }, (_, n) => data.getInt16(n * 2, true));
    case 'pcm8':
      return Int16Array.from({ length: data.byteLength }, (_, n) => (data.getUint8(n) - 128) * 256);
    case 'pcmu':
      return decodePcmu(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    default:
      return encoding satisfies never;
  }
}

function text(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function unreadable(problem: string): WavResult {
  return { kind: 'unreadable', problem };
}
