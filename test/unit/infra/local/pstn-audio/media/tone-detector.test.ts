import fc from 'fast-check';
import {
  frameSamples,
  saturate,
  type AudioSource,
  type Pcm,
} from '../../../../../../infra/local/pstn-audio/media/audio.ts';
import { decodePcmu, encodePcmu } from '../../../../../../infra/local/pstn-audio/media/pcmu.ts';
import { toneDetector } from '../../../../../../infra/local/pstn-audio/media/tone-detector.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';

const overThePhone = (frame: Pcm): Pcm => decodePcmu(encodePcmu(frame));
const frames = (source: AudioSource, count: number): Pcm[] =>
  Array.from({ length: count }, () => overThePhone(source.next() ?? new Int16Array(frameSamples)));
/** Several sources at once. */
const together = (...sources: AudioSource[]): AudioSource => ({
  next() {
    const each = sources.map((source) => source.next());
    return Int16Array.from({ length: frameSamples }, (_, n) =>
      saturate(each.reduce((sum, frame) => sum + (frame?.[n] ?? 0), 0)),
    );
  },
});
const heardEver = (frequencyHz: number, heard: readonly Pcm[]): boolean => {
  const detector = toneDetector(frequencyHz);
  return heard.map((frame) => detector.heardIn(frame)).includes(true);
};
/** White noise that is the same each time. */
function noise(seed: number, amplitude: number): AudioSource {
  let state = seed;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32 - 0.5;
  return { next: () => Int16Array.from({ length: frameSamples }, () => saturate(random() * 2 * amplitude)) };
}
const frequency = fc.integer({ min: 200, max: 3600 });

describe('a tone detector', () => {
  it('hears its tone over the phone after 100 ms, loud or soft', () => {
    fc.assert(
      fc.property(frequency, fc.integer({ min: -45, max: 0 }), (frequencyHz, levelDbfs) => {
        const detector = toneDetector(frequencyHz);
        const heard = frames(toneSource({ frequencyHz, levelDbfs }), 6).map((frame) => detector.heardIn(frame));
        expect(heard).toEqual([false, false, false, false, true, true]);
      }),
    );
  });

  it('hears both tones of a mixture, one up to 6 dB louder than the other', () => {
    fc.assert(
      fc.property(
        frequency,
        fc.integer({ min: 40, max: 800 }),
        fc.integer({ min: 0, max: 6 }),
        (first, apart, louder) => {
          const second = first + apart;
          fc.pre(second < 3900);
          const mixture = frames(
            together(
              toneSource({ frequencyHz: first, levelDbfs: -14 - louder }),
              toneSource({ frequencyHz: second, levelDbfs: -14 }),
            ),
            6,
          );
          expect([heardEver(first, mixture), heardEver(second, mixture)]).toEqual([true, true]);
        },
      ),
    );
  });

  it('is not fooled by another tone that comes and goes', () => {
    fc.assert(
      fc.property(
        frequency,
        fc.integer({ min: 30, max: 1500 }),
        fc.integer({ min: -40, max: 0 }),
        fc.array(fc.boolean(), { minLength: 10, maxLength: 40 }),
        (frequencyHz, apart, levelDbfs, cadence) => {
          const other = toneSource({
            frequencyHz: frequencyHz + apart < 3990 ? frequencyHz + apart : frequencyHz / 2,
            levelDbfs,
          });
          const heard = cadence.map((on) =>
            overThePhone((on ? other.next() : undefined) ?? new Int16Array(frameSamples)),
          );
          expect(heardEver(frequencyHz, heard)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is not fooled by silence, nor by noise of any loudness', () => {
    expect(heardEver(440, frames({ next: () => undefined }, 20))).toBe(false);
    fc.assert(
      fc.property(frequency, fc.nat(), fc.integer({ min: 1, max: 32_000 }), (frequencyHz, seed, amplitude) => {
        expect(heardEver(frequencyHz, frames(noise(seed, amplitude), 20))).toBe(false);
      }),
    );
  });

  it('hears its tone through noise of the same power', () => {
    const heard = frames(together(toneSource({ frequencyHz: 440, levelDbfs: -20 }), noise(1, 4000)), 6);

    expect(heardEver(440, heard)).toBe(true);
  });

  it('does not take what is too soft to be heard for a tone', () => {
    expect(heardEver(440, frames(toneSource({ frequencyHz: 440, levelDbfs: -60 }), 10))).toBe(false);
  });

  it('notices at once that its tone has stopped', () => {
    const detector = toneDetector(440);
    for (const frame of frames(toneSource({ frequencyHz: 440 }), 10)) detector.frame(frame);
    expect(detector.present).toBe(true);

    detector.frame(new Int16Array(frameSamples));

    expect(detector.present).toBe(false);
  });

  it.each([0, -1, 4000, Number.NaN])('refuses to listen for %p Hz, as a source refuses to say it', (frequencyHz) => {
    expect(() => toneDetector(frequencyHz)).toThrow(RangeError);
    expect(() => toneSource({ frequencyHz })).toThrow(RangeError);
  });
});

describe('a tone', () => {
  it('has the level it was asked for, and no break between frames', () => {
    const source = toneSource({ frequencyHz: 333, levelDbfs: -6 });
    const samples = Array.from({ length: 50 }, () => [...(source.next() ?? [])]).flat();

    const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
    const steepest = Math.max(...samples.slice(1).map((sample, n) => Math.abs(sample - (samples[n] ?? 0))));

    expect(10 * Math.log10(power / (32_767 ** 2 / 2))).toBeCloseTo(-6, 1);
    expect(steepest).toBeLessThan((32_767 * 10 ** (-6 / 20) * 2 * Math.PI * 333) / 8000 + 2);
  });
});
