/** How the samples of a WAV file are written. */
export interface WavFormat {
  readonly encoding: 'pcm8' | 'pcm16' | 'pcmu' | 'pcma';
  /** Samples in a second, on each channel. */
  readonly rate: number;
  readonly channels: number;
}

export type WavFormatResult =
  { readonly kind: 'format'; readonly format: WavFormat } | { readonly kind: 'unreadable'; readonly problem: string };

// Format tags of the RIFF/WAVE specification.
const pcm = 1;
const pcma = 6;
const pcmu = 7;
const extensible = 0xfffe;

/** Reads the fmt chunk. */
export function parseWavFormat(chunk: DataView): WavFormatResult {
  if (chunk.byteLength < 16) return unreadable('its format is cut short');
  const tag = chunk.getUint16(0, true);
  const channels = chunk.getUint16(2, true);
  const rate = chunk.getUint32(4, true);
  const bits = chunk.getUint16(14, true);
  // The extensible form keeps the real tag at the start of a longer identifier.
  const encoding = encodingOf(tag === extensible && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : tag, bits);
  if (encoding === undefined) return unreadable(`it holds format ${tag} with ${bits} bits: convert it to 16-bit PCM`);
  if (channels < 1) return unreadable('it has no channel');
  if (rate < 4000 || rate > 192_000) return unreadable(`it has ${rate} samples in a second: convert it to 8,000`);
  return { kind: 'format', format: { encoding, rate, channels } };
}

function encodingOf(tag: number, bits: number): WavFormat['encoding'] | undefined {
  if (tag === pcm && bits === 16) return 'pcm16';
  if (tag === pcm && bits === 8) return 'pcm8';
  if (tag === pcmu && bits === 8) return 'pcmu';
  if (tag === pcma && bits === 8) return 'pcma';
  return undefined;
}

function unreadable(problem: string): WavFormatResult {
  return { kind: 'unreadable', problem };
}
