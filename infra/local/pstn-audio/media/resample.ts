import { setImmediate as nextTurn } from 'node:timers/promises';
import { sampleRate, saturate } from './audio.ts';
import type { Wav } from './wav.ts';

/** Zero crossings of the sinc on either side: more make the edge of the pass band steeper. */
const lobes = 24;
/** The pass band ends this far below half the lower rate, so that the edge of the filter is over where aliases begin. */
const guard = 0.92;
/** So many samples are made in one go, which takes a few milliseconds: then whatever else is under way has its turn. */
const sliceSamples = 8192;

// Taken out of the global object once: a look-up there is slow inside a vm context.
const { PI, abs, ceil, cos, floor, min, round, sin } = Math;

/**
 * Brings audio of any rate to 8 kHz, with a windowed sinc as low-pass: what 8 kHz cannot hold (4 kHz and above) is taken
 * away first, or it would come back as false tones. Flat to about 3.3 kHz. Calls go on meanwhile, however long it is.
 */
export async function toPhoneRate({ rate, samples }: Wav): Promise<Int16Array> {
  if (rate === sampleRate) return samples;
  /** Of the pass band, in cycles per input sample. */
  const cutoff = (guard * min(rate, sampleRate)) / 2 / rate;
  const reach = lobes / (2 * cutoff);
  const before = ceil(reach);
  // With silence on either side of it, the inner loop need not ask where the audio ends.
  const padded = new Float32Array(samples.length + 2 * before + 8);
  padded.set(samples, before);
  // Between the samples of the input, those of the output have so many places only, and take them in turn: 80 at 44.1 kHz.
  const places = sampleRate / commonDivisor(rate, sampleRate);
  const filters: Float32Array[] = [];
  const out = new Int16Array(round((samples.length * sampleRate) / rate));
  for (let n = 0; n < out.length; n += 1) {
    if (n % sliceSamples === sliceSamples - 1) await nextTurn();
    const centre = (n * rate) / sampleRate;
    const first = floor(centre);
    const filter = (filters[n % places] ??= filterAt(before + centre - first, cutoff, reach));
    out[n] = saturate(sumOfProducts(filter, padded, first));
  }
  return out;
}

/** The weights of samples in a row, for a sample that lies at `centre` among them, from the first. */
function filterAt(centre: number, cutoff: number, reach: number): Float32Array {
  const weights = new Float32Array(4 * ceil((centre + reach + 1) / 4));
  let sum = 0;
  for (let n = ceil(centre - reach); n <= centre + reach; n += 1) {
    const weight = windowedSinc(n - centre, cutoff, reach);
    weights[n] = weight;
    sum += weight;
  }
  for (let n = 0; n < weights.length; n += 1) weights[n] = (weights[n] ?? 0) / sum;
  return weights;
}

function windowedSinc(distance: number, cutoff: number, reach: number): number {
  const x = 2 * PI * cutoff * distance;
  const sinc = abs(x) < 1e-9 ? 1 : sin(x) / x;
  // Hann.
  return sinc * (0.5 + 0.5 * cos((PI * distance) / reach));
}

/** Four sums at a time, none of which waits for another: twice as fast as one. */
function sumOfProducts(weights: Float32Array, samples: Float32Array, start: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let n = 0; n < weights.length; n += 4) {
    a += (weights[n] ?? 0) * (samples[start + n] ?? 0);
    b += (weights[n + 1] ?? 0) * (samples[start + n + 1] ?? 0);
    c += (weights[n + 2] ?? 0) * (samples[start + n + 2] ?? 0);
    d += (weights[n + 3] ?? 0) * (samples[start + n + 3] ?? 0);
  }
  return a + b + c + d;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
