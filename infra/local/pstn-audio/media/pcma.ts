/**
 * ITU-T G.711 A-law. A code byte is sign, three bits of segment and four bits of step, every other bit sent inverted. Unlike in
 * µ-law the two lowest segments have steps of equal size. The figures here are 16 bits wide, hence eight times G.711's.
 */
const alternateBits = 0x55;

const decoded = Int16Array.from({ length: 256 }, (_, code) => expand(code));
const encoded = Uint8Array.from({ length: 65_536 }, (_, index) => compress(index - 32_768));

/** 16-bit samples to one A-law byte each. */
export function encodePcma(samples: Int16Array): Uint8Array {
  const codes = new Uint8Array(samples.length);
  for (let n = 0; n < samples.length; n += 1) codes[n] = encoded[(samples[n] ?? 0) + 32_768] ?? 0;
  return codes;
}

/** A-law bytes to 16-bit samples, ±32,256 at most; the smallest is ±8: A-law has no zero. */
export function decodePcma(codes: Uint8Array): Int16Array {
  const samples = new Int16Array(codes.length);
  for (let n = 0; n < codes.length; n += 1) samples[n] = decoded[codes[n] ?? 0] ?? 0;
  return samples;
}

function expand(code: number): number {
  const bits = code ^ alternateBits;
  const segment = (bits >> 4) & 0x07;
  const step = bits & 0x0f;
  // The middle of the step.
  const magnitude = segment === 0 ? step * 16 + 8 : (step * 16 + 8 + 256) << (segment - 1);
  return (bits & 0x80) === 0 ? -magnitude : magnitude;
}

function compress(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = sample < 0 ? ~sample : sample;
  // 256 has its leading one at bit 8: there the second segment begins.
  const segment = Math.max(0, 24 - Math.clz32(magnitude));
  const step = (magnitude >> (Math.max(segment, 1) + 3)) & 0x0f;
  return (sign | (segment << 4) | step) ^ alternateBits;
}
