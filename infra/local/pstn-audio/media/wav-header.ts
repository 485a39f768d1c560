/** What the head of a WAV file says. */
export interface WavHead {
  /** Samples in a second, on each channel. */
  readonly rate: number;
  readonly channels: 1 | 2;
  readonly bits: 8 | 16;
  /** Of all samples together, the byte that makes their number even left out. */
  readonly dataBytes: number;
}

export const wavHeaderBytes = 44;

/** The head of a WAV file of PCM (RIFF/WAVE specification); the samples follow, those of left and right in turn. */
export function wavHeader({ rate, channels, bits, dataBytes }: WavHead): Uint8Array {
  const bytes = new Uint8Array(wavHeaderBytes);
  const view = new DataView(bytes.buffer);
  const encoder = new TextEncoder();
  const frameBytes = (channels * bits) / 8;
  encoder.encodeInto('RIFF', bytes);
  view.setUint32(4, wavHeaderBytes - 8 + dataBytes + (dataBytes % 2), true);
  encoder.encodeInto('WAVEfmt ', bytes.subarray(8));
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, bits, true);
  encoder.encodeInto('data', bytes.subarray(36));
  view.setUint32(40, dataBytes, true);
  return bytes;
}
