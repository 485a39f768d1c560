import { frameSamples, sampleRate, type AudioSink, type Pcm } from './audio.ts';

/** Listens for one tone. */
export interface ToneDetector extends AudioSink {
  /** Whether the tone was there in all of the last 100 ms. */
  readonly present: boolean;
  /** Takes the next frame and tells whether the tone is present now. */
  heardIn(frame: Pcm): boolean;
}

/** 100 ms: long enough to tell tones 30 Hz apart, short enough for a conversation. */
const windowFrames = 5;
const windowSamples = windowFrames * frameSamples;
/**
 * The tone must carry a tenth of the power heard (-10 dB). Two tones of equal level carry half each, three a third; white
 * noise puts 0.4 % of its power here and a tenth less than once in a hundred billion windows; another tone 30 Hz away leaks less
 * than 1 % through the Hann window.
 */
const shareNeeded = 0.1;
/** And it must be heard at all: -55 dBFS, above the crumbs that µ-law makes of silence. */
const powerNeeded = (32_767 ** 2 / 2) * 10 ** (-55 / 10);
/** A frame this much weaker than the loudest of its window (-20 dB) means a beginning or an end, which splash over all tones. */
const steadiness = 0.01;

// The Hann window keeps loud tones nearby from leaking in.
const weights = Float64Array.from(
  { length: windowSamples },
  (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / windowSamples),
);
const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
const weightPower = weights.reduce((sum, weight) => sum + weight * weight, 0);

/**
 * Tells whether a steady tone is among what is heard, over the last 100 ms, judged anew with each frame; tones 30 Hz or
 * more away are told apart. Goertzel's algorithm: power at one frequency, compared with the power of everything.
 * @throws RangeError when the frequency is not above 0 and below 4,000 Hz.
 */
export function toneDetector(frequencyHz: number): ToneDetector {
  return new GoertzelDetector(frequencyHz);
}

class GoertzelDetector implements ToneDetector {
  readonly #coefficient: number;
  readonly #frames: Pcm[] = [];
  #present = false;

  constructor(frequencyHz: number) {
    if (!(frequencyHz > 0 && frequencyHz < sampleRate / 2))
      throw new RangeError(`a tone must lie between 0 and ${sampleRate / 2} Hz, not at ${frequencyHz}`);
    this.#coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRate);
  }

  get present(): boolean {
    return this.#present;
  }

  frame(pcm: Pcm): void {
    this.#frames.push(pcm);
    if (this.#frames.length > windowFrames) this.#frames.shift();
    this.#present = this.#frames.length === windowFrames && this.#isSteady() && this.#isHeard();
  }

  heardIn(frame: Pcm): boolean {
    this.frame(frame);
    return this.#present;
  }

  #isSteady(): boolean {
    const powers = this.#frames.map((frame) => frame.reduce((sum, sample) => sum + sample * sample, 0));
    return Math.min(...powers) > steadiness * Math.max(...powers);
  }

  #isHeard(): boolean {
    let before = 0;
    let last = 0;
    let total = 0;
    let n = 0;
    for (const frame of this.#frames) {
      for (const sample of frame) {
        const weighted = sample * (weights[n] ?? 0);
        total += weighted * weighted;
        [before, last] = [last, weighted + this.#coefficient * last - before];
        n += 1;
      }
    }
    const magnitudeSquared = last * last + before * before - this.#coefficient * last * before;
    // Half the square of the amplitude, which is twice the magnitude over the sum of the weights.
    const tonePower = (2 * magnitudeSquared) / weightSum ** 2;
    return tonePower >= powerNeeded && tonePower >= (shareNeeded * total) / weightPower;
  }
}
