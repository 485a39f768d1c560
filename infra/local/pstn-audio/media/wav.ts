import { decodePcma } from './pcma.ts';
import { decodePcmu } from './pcmu.ts';
import { wavHeader, wavHeaderBytes } from './wav-header.ts';
import { parseWavFormat, type WavFormat } from './wav-format.ts';

export interface Wav {
  /** Samples in a second. */
  readonly rate: number;
  readonly samples: Int16Array;
}

/** One array of samples for each channel: left, right. */
export interface WavChannels {
  readonly rate: number;
  readonly channels: readonly Int16Array[];
}

interface Unreadable {
  readonly kind: 'unreadable';
  readonly problem: string;
}

export type WavResult = { readonly kind: 'wav'; readonly wav: Wav } | Unreadable;
export type WavChannelsResult = { readonly kind: 'wav'; readonly wav: WavChannels } | Unreadable;

/**
 * Reads a mono WAV file of 8-bit or 16-bit PCM or 8-bit µ-law or A-law, at any rate. A file cut short is read as far as it goes.
 * Never throws.
 */
export function parseWav(bytes: Uint8Array): WavResult {
  const read = findSamples(bytes);
  if (read.kind === 'unreadable') return read;
  const { rate, channels } = read.format;
  if (channels !== 1) return unreadable(`it has ${channels} channels: convert it to mono`);
  return { kind: 'wav', wav: { rate, samples: readSamples(read.data, read.format.encoding) } };
}

/** The same for any number of channels, each by itself. */
export function parseWavChannels(bytes: Uint8Array): WavChannelsResult {
  const read = findSamples(bytes);
  if (read.kind === 'unreadable') return read;
  const { rate, channels: count, encoding } = read.format;
  const together = readSamples(read.data, encoding);
  const channels = Array.from({ length: count }, (_, channel) =>
    Int16Array.from({ length: Math.floor(together.length / count) }, (_, n) => together[n * count + channel] ?? 0),
  );
  return { kind: 'wav', wav: { rate, channels } };
}

/** Writes a mono WAV file of PCM; 8 bits keep the upper half of each sample. */
export function buildWav({ rate, samples }: Wav, bits: 8 | 16 = 16): Uint8Array {
  const dataBytes = (samples.length * bits) / 8;
  const bytes = new Uint8Array(wavHeaderBytes + dataBytes + (dataBytes % 2));
  bytes.set(wavHeader({ rate, channels: 1, bits, dataBytes }));
  const view = new DataView(bytes.buffer, wavHeaderBytes);
  for (let n = 0; n < samples.length; n += 1) {
    const sample = samples[n] ?? 0;
    if (bits === 16) view.setInt16(n * 2, sample, true);
    else view.setUint8(n, (sample >> 8) + 128);
  }
  return bytes;
}

function findSamples(
  bytes: Uint8Array,
): { readonly kind: 'samples'; readonly format: WavFormat; readonly data: DataView } | Unreadable {
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
      return { kind: 'samples', format, data: chunk };
    }
    // Chunks begin at even places.
    at = end + (end % 2);
  }
  return unreadable('it has no data chunk');
}

function readSamples(data: DataView, encoding: WavFormat['encoding']): Int16Array {
  switch (encoding) {
    case 'pcm16':
      return readPcm16(data);
    case 'pcm8':
      return Int16Array.from({ length: data.byteLength }, (_, n) => (data.getUint8(n) - 128) * 256);
    case 'pcmu':
      return decodePcmu(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    case 'pcma':
      return decodePcma(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    default:
      return encoding satisfies never;
  }
}

/** A loop, for a prompt may have 25 million samples: with a call for each of them nothing else would go on for a second. */
function readPcm16(data: DataView): Int16Array {
  const samples = new Int16Array(Math.floor(data.byteLength / 2));
  for (let n = 0; n < samples.length; n += 1) samples[n] = data.getInt16(n * 2, true);
  return samples;
}

function text(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function unreadable(problem: string): Unreadable {
  return { kind: 'unreadable', problem };
}
