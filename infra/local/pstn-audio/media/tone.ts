import { frameSamples, sampleRate, saturate, type AudioSource } from './audio.ts';

export interface ToneOptions {
  /** Above 0, below 4,000 Hz. */
  readonly frequencyHz: number;
  /** 0 is the loudest sine that 16 bits hold; default -20. */
  readonly levelDbfs?: number;
}

/** A sine without end, its phase unbroken from frame to frame. @throws RangeError when a figure is out of range. */
export function toneSource({ frequencyHz, levelDbfs = -20 }: ToneOptions): AudioSource {
  if (!(frequencyHz > 0 && frequencyHz < sampleRate / 2))
    throw new RangeError(`a tone must lie between 0 and ${sampleRate / 2} Hz, not at ${frequencyHz}`);
  if (!(levelDbfs <= 0)) throw new RangeError(`a level must be 0 dBFS or less, not ${levelDbfs}`);
  const amplitude = 32_767 * 10 ** (levelDbfs / 20);
  const turn = (2 * Math.PI * frequencyHz) / sampleRate;
  let phase = 0;
  return {
    next: () =>
      Int16Array.from({ length: frameSamples }, () => {
        const sample = saturate(amplitude * Math.sin(phase));
        phase = (phase + turn) % (2 * Math.PI);
        return sample;
      }),
  };
}
