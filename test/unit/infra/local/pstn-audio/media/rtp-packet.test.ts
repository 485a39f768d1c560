import fc from 'fast-check';
import { buildRtp, parseRtp } from '../../../../../../infra/local/pstn-audio/media/rtp-packet.ts';

const packets = fc.record({
  payloadType: fc.integer({ min: 0, max: 127 }),
  marker: fc.boolean(),
  sequence: fc.integer({ min: 0, max: 0xffff }),
  timestamp: fc.integer({ min: 0, max: 0xffff_ffff }),
  ssrc: fc.integer({ min: 0, max: 0xffff_ffff }),
  payload: fc.uint8Array({ maxLength: 200 }),
});
const header = [0x80, 0, 0x12, 0x34, 0, 0, 0, 160, 0xca, 0xfe, 0xba, 0xbe];
const payloadOf = (bytes: readonly number[]): number[] | undefined => {
  const packet = parseRtp(Uint8Array.from(bytes));
  return packet && [...packet.payload];
};

describe('RTP packets', () => {
  it('come out as they went in', () => {
    fc.assert(fc.property(packets, (packet) => expect(parseRtp(buildRtp(packet))).toEqual(packet)));
  });

  it('have the fixed header of RFC 3550 §5.1', () => {
    const bytes = buildRtp({
      payloadType: 101,
      marker: true,
      sequence: 0x1234,
      timestamp: 160,
      ssrc: 0xcafebabe,
      payload: Uint8Array.of(7),
    });

    expect([...bytes]).toEqual([0x80, 0x80 | 101, ...header.slice(2), 7]);
  });

  it('are read past contributing sources, header extension and padding', () => {
    const withAll = [
      0x80 | 0x20 | 0x10 | 2,
      ...header.slice(1),
      ...Array<number>(8).fill(9),
      0xbe,
      0xde,
      0,
      1,
      1,
      2,
      3,
      4,
      42,
      43,
      0,
      0,
      3,
    ];

    expect(payloadOf(withAll)).toEqual([42, 43]);
  });

  it.each([
    { case: 'shorter than a header', bytes: header.slice(0, 11) },
    { case: 'of version 1', bytes: [0x40, ...header.slice(1)] },
    { case: 'shorter than its contributing sources', bytes: [0x8f, ...header.slice(1)] },
    { case: 'shorter than its extension', bytes: [0x90, ...header.slice(1), 0, 0, 0, 9] },
    { case: 'padded by more than there is', bytes: [0xa0, ...header.slice(1), 200] },
    { case: 'padded by nothing', bytes: [0xa0, ...header.slice(1), 1, 0] },
  ])('are refused when $case', ({ bytes }) => {
    expect(payloadOf(bytes)).toBeUndefined();
  });

  it('are refused or read, whatever arrives, but never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => expect(() => parseRtp(bytes)).not.toThrow()));
  });
});
