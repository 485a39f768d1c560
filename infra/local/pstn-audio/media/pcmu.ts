/**
 * ITU-T G.711 µ-law. A code byte is sign, three bits of segment and four bits of step, sent inverted. With 33 added to
 * the 14-bit magnitude, the segment is told by the place of the leading one and the step by the four bits below it. The
 * figures here are 16 bits wide, hence four times G.711's.
 */
const bias = 33 * 4;
/** The largest magnitude that does not leave the highest segment. */
const clip = 32_767 - bias;

const decoded = Int16Array.from({ length: 256 }, (_, code) => expand(code));
const encoded = Uint8Array.from({ length: 65_536 }, (_, index) => compress(index - 32_768));

/** 16-bit samples to one µ-law byte each; magnitudes beyond 32,635 are clipped. */
export function encodePcmu(samples: Int16Array): Uint8Array {
  const codes = new Uint8Array(samples.length);
  for (let n = 0; n < samples.length; n += 1) codes[n] = encoded[(samples[n] ?? 0) + 32_768] ?? 0xff;
  return codes;
}

/** µ-law bytes to 16-bit samples, ±32,124 at most. */
export function decodePcmu(codes: Uint8Array): Int16Array {
  const samples = new Int16Array(codes.length);
  for (let n = 0; n < codes.length; n += 1) samples[n] = decoded[codes[n] ?? 0] ?? 0;
  return samples;
}

function expand(code: number): number {
  const bits = ~code & 0xff;
  const segment = (bits >> 4) & 0x07;
  const step = bits & 0x0f;
  // The middle of the step, less the bias.
  const magnitude = ((step * 8 + bias) << segment) - bias;
  return (bits & 0x80) === 0 ? magnitude : -magnitude;
}

function compress(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), clip) + bias;
  // 132 has its leading one at bit 7: that is segment 0.
  const segment = 24 - Math.clz32(magnitude);
  const step = (magnitude >> (segment + 3)) & 0x0f;
  return ~(sign | (segment << 4) | step) & 0xff;
}
