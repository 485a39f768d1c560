import fc from 'fast-check';
import { decodePcmu, encodePcmu } from '../../../../../../infra/local/pstn-audio/media/pcmu.ts';

const encodeOne = (sample: number): number => encodePcmu(Int16Array.of(sample))[0] ?? -1;
const decodeOne = (code: number): number => decodePcmu(Uint8Array.of(code))[0] ?? -1;

describe('µ-law', () => {
  // The ends of the segments in G.711 table 2a, times four for 16 bits.
  it.each([
    { code: 0x80, sample: 32_124 },
    { code: 0x00, sample: -32_124 },
    { code: 0x8f, sample: 16_764 },
    { code: 0x9f, sample: 8316 },
    { code: 0xef, sample: 132 },
    { code: 0xfe, sample: 8 },
    { code: 0x7e, sample: -8 },
    { code: 0xff, sample: 0 },
  ])('says $sample with the byte $code', ({ code, sample }) => {
    expect(decodeOne(code)).toBe(sample);
    expect(encodeOne(sample)).toBe(code);
  });

  it('gives every byte back, but for the second zero', () => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);

    const again = encodePcmu(decodePcmu(codes));

    expect([...again]).toEqual([...codes].map((code) => (code === 0x7f ? 0xff : code)));
  });

  it('is never off by more than half a step of its segment', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_635, max: 32_635 }), (sample) => {
        const step = 2 ** Math.max(3, Math.floor(Math.log2(Math.abs(sample) + 132)) - 4);
        expect(Math.abs(decodeOne(encodeOne(sample)) - sample)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });

  it('never makes a louder sample the softer one', () => {
    const all = decodePcmu(encodePcmu(Int16Array.from({ length: 65_536 }, (_, index) => index - 32_768)));

    expect(all.every((value, index) => index === 0 || value >= (all[index - 1] ?? 0))).toBe(true);
  });
});
