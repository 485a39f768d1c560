import { Reception } from '../../../../../../infra/local/pstn-audio/media/reception.ts';

function receive(...sequences: number[]): Reception {
  const reception = new Reception();
  for (const sequence of sequences) reception.accept(1, sequence);
  return reception;
}
const counts = ({ received, lost, outOfOrder }: Reception): number[] => [received, lost, outOfOrder];

describe('the count of received packets', () => {
  it.each([
    { case: 'nothing', sequences: [], expected: [0, 0, 0] },
    { case: 'an unbroken run', sequences: [5, 6, 7], expected: [3, 0, 0] },
    { case: 'a gap', sequences: [5, 9], expected: [2, 3, 0] },
    { case: 'a gap over the wrap-around', sequences: [65_534, 1], expected: [2, 2, 0] },
    { case: 'a swapped pair', sequences: [5, 7, 6, 8], expected: [4, 0, 1] },
    { case: 'a swapped pair over the wrap-around', sequences: [65_534, 0, 65_535, 1], expected: [4, 0, 1] },
    { case: 'a double', sequences: [5, 5], expected: [2, 0, 1] },
    { case: 'a stray packet far away', sequences: [5, 20_000, 6], expected: [2, 0, 0] },
    { case: 'a restart far away', sequences: [5, 20_000, 20_001, 20_002], expected: [3, 0, 0] },
  ])('is right after $case', ({ sequences, expected }) => {
    expect(counts(receive(...sequences))).toEqual(expected);
  });

  it('keeps what was lost when another stream takes over', () => {
    const reception = receive(5, 9);

    reception.accept(2, 60_000);
    reception.accept(2, 60_002);

    expect(counts(reception)).toEqual([4, 4, 0]);
  });

  it('says which packets come too late to be heard, and which do not belong', () => {
    const reception = receive(10, 12);

    expect([11, 12, 13, 40_000].map((sequence) => reception.accept(1, sequence))).toEqual([
      'late',
      'late',
      'inOrder',
      'stray',
    ]);
  });
});
