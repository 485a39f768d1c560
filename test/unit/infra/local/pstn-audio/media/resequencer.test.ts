import fc from 'fast-check';
import { Resequencer } from '../../../../../../infra/local/pstn-audio/media/resequencer.ts';

/** What is heard of packets that say their own number; `-` stands for a lost one. */
function hear(...sequences: number[]): string {
  const order = new Resequencer<number>();
  return sequences
    .flatMap((sequence) => order.accept(sequence & 0xffff, sequence))
    .map((each) => (each === 'lost' ? '-' : String(each)))
    .join(' ');
}

describe('packets out of order', () => {
  it.each([
    { case: 'in order', sequences: [1, 2, 3], heard: '1 2 3' },
    { case: 'swapped', sequences: [1, 3, 2, 4], heard: '1 2 3 4' },
    { case: 'overtaken by two', sequences: [1, 3, 4, 2, 5], heard: '1 2 3 4 5' },
    { case: 'lost: the next three are here', sequences: [1, 3, 4, 5, 6], heard: '1 - 3 4 5 6' },
    { case: 'two lost', sequences: [1, 4, 5, 6], heard: '1 - - 4 5 6' },
    { case: 'two lost apart', sequences: [1, 3, 5, 6, 7], heard: '1 - 3 - 5 6 7' },
    { case: 'late, too', sequences: [1, 3, 4, 5, 2, 6], heard: '1 - 3 4 5 6' },
    { case: 'doubled', sequences: [1, 1, 3, 3, 2, 2], heard: '1 2 3' },
    { case: 'far ahead: a break', sequences: [1, 3, 60, 61], heard: '1 - 3 60 61' },
    { case: 'across the wrap-around', sequences: [65_534, 65_536, 65_535, 65_537], heard: '65534 65535 65536 65537' },
  ])('$case: $sequences', ({ sequences, heard }) => {
    expect(hear(...sequences)).toBe(heard);
  });

  it('are heard in order, each once, when none comes more than two places from its own', () => {
    const shuffled = fc
      .array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 40 })
      .map((delays) =>
        delays.map((delay, index) => ({ index, at: index + delay + index / 100 })).sort((a, b) => a.at - b.at),
      );

    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 0xffff }), (packets, start) => {
        const order = new Resequencer<number>();
        // The first has nothing to be compared with: it comes first.
        const [, ...heard] = [-1, ...packets.map(({ index }) => index)].flatMap((index) =>
          order.accept((start + index) & 0xffff, index),
        );

        expect(heard).toEqual(packets.map((_, index) => index));
      }),
    );
  });
});
