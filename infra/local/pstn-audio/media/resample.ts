import { sampleRate, saturate } from './audio.ts';
import type { Wav } from './wav.ts';

/** Zero crossings of the sinc on either side: more make the edge of the pass band steeper. */
const lobes = 24;
/** The pass band ends this far below half the lower rate, so that the edge of the filter is over where aliases begin. */
const guard = 0.92;

// Taken out of the global object once: this is the inner loop, and a look-up there is slow inside a vm context.
const { PI, abs, ceil, cos, sin } = Math;

/**
 * Brings audio of any rate to 8 kHz, with a windowed sinc as low-pass: what 8 kHz cannot hold (4 kHz and above) is taken
 * away first, or it would come back as false tones. Flat to about 3.3 kHz.
 */
export function toPhoneRate({ rate, samples }: Wav): Int16Array {
  if (rate === sampleRate) return samples;
  const step = rate / sampleRate;
  /** Of the pass band, in cycles per input sample. */
  const cutoff = (guard * Math.min(rate, sampleRate)) / 2 / rate;
  const reach = lobes / (2 * cutoff);
  return Int16Array.from({ length: Math.round(samples.length / step) }, (_, n) => {
    const centre = n * step;
    let sum = 0;
    let weights = 0;
    for (let at = ceil(centre - reach); at <= centre + reach; at += 1) {
      const weight = windowedSinc(at - centre, cutoff, reach);
      weights += weight;
      sum += weight * (samples[at] ?? 0);
    }
    return saturate(sum / weights);
  });
}

function windowedSinc(distance: number, cutoff: number, reach: number): number {
  const x = 2 * PI * cutoff * distance;
  const sinc = abs(x) < 1e-9 ? 1 : sin(x) / x;
  // Hann.
  return sinc * (0.5 + 0.5 * cos((PI * distance) / reach));
}
