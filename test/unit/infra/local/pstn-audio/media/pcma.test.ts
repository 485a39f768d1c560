import fc from 'fast-check';
import { codecs, translate } from '../../../../../../infra/local/pstn-audio/media/codec.ts';
import { decodePcma, encodePcma } from '../../../../../../infra/local/pstn-audio/media/pcma.ts';

const encodeOne = (sample: number): number => encodePcma(Int16Array.of(sample))[0] ?? -1;
const decodeOne = (code: number): number => decodePcma(Uint8Array.of(code))[0] ?? -1;
const everyCode = Uint8Array.from({ length: 256 }, (_, code) => code);

describe('A-law', () => {
  // The ends of the segments in G.711 table 1a, times eight for 16 bits.
  it.each([
    { code: 0xaa, sample: 32_256 },
    { code: 0x2a, sample: -32_256 },
    { code: 0xa5, sample: 16_896 },
    { code: 0xf5, sample: 528 },
    { code: 0xc5, sample: 264 },
    { code: 0xda, sample: 248 },
    { code: 0xd5, sample: 8 },
    { code: 0x55, sample: -8 },
  ])('says $sample with the byte $code', ({ code, sample }) => {
    expect(decodeOne(code)).toBe(sample);
    expect(encodeOne(sample)).toBe(code);
  });

  it('gives every byte back', () => {
    expect([...encodePcma(decodePcma(everyCode))]).toEqual([...everyCode]);
  });

  it('is never off by more than half a step of its segment', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_512, max: 32_511 }), (sample) => {
        const step = 2 ** Math.max(4, Math.floor(Math.log2(Math.max(1, Math.abs(sample)))) - 4);
        expect(Math.abs(decodeOne(encodeOne(sample)) - sample)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });

  it('never makes a louder sample the softer one', () => {
    const all = decodePcma(encodePcma(Int16Array.from({ length: 65_536 }, (_, index) => index - 32_768)));

    expect(all.every((value, index) => index === 0 || value >= (all[index - 1] ?? 0))).toBe(true);
  });
});

describe('a translation between the two laws', () => {
  it.each([
    { from: 'PCMU', to: 'PCMA' },
    { from: 'PCMA', to: 'PCMU' },
  ] as const)('from $from to $to says what the nearest code of the other says', ({ from, to }) => {
    const translated = translate(everyCode, from, to);

    expect(translated).toEqual(codecs[to].encode(codecs[from].decode(everyCode)));
  });

  it('leaves the bytes as they are where nothing changes', () => {
    expect(translate(everyCode, 'PCMA', 'PCMA')).toBe(everyCode);
  });
});
