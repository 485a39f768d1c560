import { toPhoneRate } from '../../../../../../infra/local/pstn-audio/media/resample.ts';
import type { Wav } from '../../../../../../infra/local/pstn-audio/media/wav.ts';

function sine(rate: number, frequencyHz: number, seconds = 0.25): Wav {
  return {
    rate,
    samples: Int16Array.from(
      { length: rate * seconds },
      (_, n) => 10_000 * Math.sin((2 * Math.PI * frequencyHz * n) / rate),
    ),
  };
}
/** Of the middle, away from beginning and end. */
const level = (samples: Int16Array): number => {
  const middle = samples.slice(400, -400);
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample ** 2, 0) / middle.length) * Math.SQRT2;
};

/** The same each time, and no two samples alike. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return ((state >> 8) & 0xffff) - 32_768;
  };
}

/** Written down as in a book, without any of the ways to do less work. */
function windowedSincOf(samples: Int16Array, rate: number): number[] {
  const cutoff = (0.92 * Math.min(rate, 8000)) / 2 / rate;
  const reach = 24 / (2 * cutoff);
  const weight = (x: number): number =>
    (x === 0 ? 1 : Math.sin(2 * Math.PI * cutoff * x) / (2 * Math.PI * cutoff * x)) *
    (0.5 + 0.5 * Math.cos((Math.PI * x) / reach));
  return Array.from({ length: Math.round((samples.length * 8000) / rate) }, (_, n) => {
    const centre = (n * rate) / 8000;
    let [sum, weights] = [0, 0];
    for (let at = Math.ceil(centre - reach); at <= centre + reach; at += 1) {
      weights += weight(at - centre);
      sum += weight(at - centre) * (samples[at] ?? 0);
    }
    return Math.max(-32_768, Math.min(32_767, Math.round(sum / weights)));
  });
}

describe('bringing audio to the rate of a phone', () => {
  const rates = [11_025, 16_000, 22_050, 32_000, 44_100, 48_000];

  it.each(rates)('keeps length and loudness of what a phone carries, from %p Hz', async (rate) => {
    for (const frequencyHz of [100, 1000, 3000]) {
      const samples = await toPhoneRate(sine(rate, frequencyHz));

      expect(Math.abs(samples.length - 2000)).toBeLessThanOrEqual(1);
      expect(level(samples)).toBeGreaterThan(9700);
      expect(level(samples)).toBeLessThan(10_300);
    }
  });

  it.each(rates)('leaves nothing of what a phone cannot carry, from %p Hz', async (rate) => {
    for (const frequencyHz of [4300, 5000, 7000, 9000, 15_000].filter((each) => each < rate / 2)) {
      expect(level(await toPhoneRate(sine(rate, frequencyHz)))).toBeLessThan(50);
    }
  });

  it('leaves alone what has the rate already', async () => {
    const wav = sine(8000, 3900);

    expect(await toPhoneRate(wav)).toBe(wav.samples);
  });

  it.each([...rates, 4000, 96_000, 11_127])(
    'is the windowed sinc itself to within a step, sample by sample, from %p Hz',
    async (rate) => {
      const samples = Int16Array.from({ length: rate / 20 }, noise(rate));

      const made = await toPhoneRate({ rate, samples });

      const wanted = windowedSincOf(samples, rate);
      expect(made.length).toBe(wanted.length);
      expect(Math.max(...made.map((sample, n) => Math.abs(sample - (wanted[n] ?? 0))))).toBeLessThanOrEqual(1);
    },
  );

  it('lets calls go on while a long recording is brought to that rate', async () => {
    let turns = 0;
    let done = false;
    const goOn = (): void => {
      turns += 1;
      if (!done) setImmediate(goOn);
    };
    goOn();

    await toPhoneRate({ rate: 44_100, samples: new Int16Array(44_100 * 60) });

    done = true;
    expect(turns).toBeGreaterThan(10);
  });
});
