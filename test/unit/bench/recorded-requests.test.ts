import { longestChain, timeUnderWay, type RecordedRequest } from '../../bench/lambda/recorded-requests.ts';

/** Requests "a 0-5": name, from, to. */
function requests(...written: readonly string[]): RecordedRequest[] {
  return written.map((each) => {
    const [, operation = '', from = '', to = ''] = /^(\w+) (\d+)-(\d+)$/.exec(each) ?? [];
    return { service: 'dynamodb', operation, from: Number(from), to: Number(to) };
  });
}

describe('requests that a proxy recorded', () => {
  it.each([
    { case: 'none', seen: requests(), chain: '' },
    { case: 'one after the other', seen: requests('a 0-5', 'b 5-9', 'c 12-20'), chain: 'abc' },
    { case: 'all at once', seen: requests('a 0-5', 'b 1-6', 'c 4-7'), chain: 'a' },
    { case: 'one, then two at once', seen: requests('a 0-5', 'b 6-20', 'c 7-12'), chain: 'ac' },
    { case: 'a long one beside two in a row', seen: requests('long 0-30', 'a 1-5', 'b 8-20'), chain: 'ab' },
  ])('count as long a chain as whoever waits has to wait for: $case', ({ seen, chain }) => {
    const longest = longestChain(seen);

    expect(longest.map(({ operation }) => operation).join('')).toBe(chain);
  });

  it.each([
    { case: 'none', seen: requests(), milliseconds: 0 },
    { case: 'apart', seen: requests('a 0-5', 'b 10-12'), milliseconds: 7 },
    { case: 'that overlap', seen: requests('a 0-5', 'b 3-9'), milliseconds: 9 },
    { case: 'one within another, in any order', seen: requests('b 3-4', 'a 0-10', 'c 8-11'), milliseconds: 11 },
  ])('were under way as long as at least one was: $case', ({ seen, milliseconds }) => {
    expect(timeUnderWay(seen)).toBe(milliseconds);
  });
});
