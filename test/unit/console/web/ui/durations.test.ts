import { agoWords } from '../../../../../console/web/ui/ago.ts';
import { durationWords } from '../../../../../console/web/ui/duration.ts';

describe('The words for a length of time', () => {
  it.each([
    [0, '0 ms'],
    [850.4, '850 ms'],
    [999.6, '1 s'],
    [2345, '2.3 s'],
    [9999, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [65_000, '1 min 5 s'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
    [Number.NaN, '–'],
  ])('%d ms: %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });

  it.each([
    [-12_000, '12 seconds ago'],
    [-60_000, '1 minute ago'],
    [-7_199_000, '1 hour ago'],
    [-86_400_000, 'yesterday'],
    [0, 'now'],
    [7_200_000, 'in 2 hours'],
  ])('%d ms from now: %s', (distance, words) => {
    expect(agoWords(1e12 + distance, 1e12, 'en')).toBe(words);
  });
});
