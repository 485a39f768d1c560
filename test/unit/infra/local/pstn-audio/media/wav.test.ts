import fc from 'fast-check';
import { buildWav, parseWav, parseWavChannels } from '../../../../../../infra/local/pstn-audio/media/wav.ts';

const samplesOf = (bytes: Uint8Array): number[] | string => {
  const read = parseWav(bytes);
  return read.kind === 'wav' ? [...read.wav.samples] : read.problem;
};
/** A 16-bit file with something of it changed: [offset, value] for 16-bit fields of the header. */
function file(...changes: [number, number][]): Uint8Array {
  const bytes = buildWav({ rate: 8000, samples: Int16Array.of(1, -2, 3) });
  const view = new DataView(bytes.buffer);
  for (const [at, value] of changes) view.setUint16(at, value, true);
  return bytes;
}

describe('a WAV file', () => {
  it('gives 16-bit samples back as they were', () => {
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 50 }), fc.constantFrom(8000, 22_050, 44_100), (samples, rate) => {
        expect(parseWav(buildWav({ rate, samples }))).toEqual({ kind: 'wav', wav: { rate, samples } });
      }),
    );
  });

  it('gives 8-bit samples back to within a step', () => {
    expect(samplesOf(buildWav({ rate: 8000, samples: Int16Array.of(0, 32_767, -32_768) }, 8))).toEqual([
      0, 32_512, -32_768,
    ]);
  });

  it('may hold µ-law', () => {
    const bytes = buildWav({ rate: 8000, samples: new Int16Array(2) }, 8);
    bytes.set([7], 20);
    bytes.set([0x80, 0x00], 44);

    expect(samplesOf(bytes)).toEqual([32_124, -32_124]);
  });

  it('may hold A-law', () => {
    const bytes = buildWav({ rate: 8000, samples: new Int16Array(2) }, 8);
    bytes.set([6], 20);
    bytes.set([0xaa, 0x2a], 44);

    expect(samplesOf(bytes)).toEqual([32_256, -32_256]);
  });

  it('may hold several channels, where they are asked for one by one', () => {
    const bytes = buildWav({ rate: 8000, samples: Int16Array.of(1, -1, 2, -2, 3) });
    bytes.set([2], 22);

    expect(parseWavChannels(bytes)).toEqual({
      kind: 'wav',
      wav: { rate: 8000, channels: [Int16Array.of(1, 2), Int16Array.of(-1, -2)] },
    });
    expect(parseWavChannels(file([22, 0]))).toEqual({ kind: 'unreadable', problem: 'it has no channel' });
  });

  it('may hold other chunks, of odd length too', () => {
    const bytes = file();
    const withList = new Uint8Array([
      ...bytes.slice(0, 36),
      ...Buffer.from('LIST'),
      3,
      0,
      0,
      0,
      1,
      2,
      3,
      0,
      ...bytes.slice(36),
    ]);

    expect(samplesOf(withList)).toEqual([1, -2, 3]);
  });

  it('may claim to be longer than it is, as one from a pipe does', () => {
    expect(samplesOf(file([40, 0xf000], [42, 0x7fff]))).toEqual([1, -2, 3]);
  });

  it.each([
    { case: 'text', bytes: Buffer.from('once upon a time'), says: 'not a WAV file' },
    { case: 'empty', bytes: new Uint8Array(), says: 'not a WAV file' },
    { case: 'stereo', bytes: file([22, 2]), says: '2 channels' },
    { case: '24 bits wide', bytes: file([34, 24]), says: '24 bits' },
    { case: 'compressed', bytes: file([20, 85]), says: 'format 85' },
    { case: 'of no rate', bytes: file([24, 0]), says: '0 samples in a second' },
    { case: 'without data', bytes: file().slice(0, 36), says: 'no data' },
    {
      case: 'without format',
      bytes: new Uint8Array([...file().slice(0, 12), ...file().slice(36)]),
      says: 'before its format',
    },
  ])('is refused with a reason when it is $case', ({ bytes, says }) => {
    expect(samplesOf(bytes)).toContain(says);
  });

  it('is read or refused whatever it holds, but never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 12, max: 44 }), (bytes, keep) => {
        expect(() => parseWav(new Uint8Array([...file().slice(0, keep), ...bytes]))).not.toThrow();
      }),
    );
  });
});
