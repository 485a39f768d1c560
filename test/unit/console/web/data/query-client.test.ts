import { Problem } from '../../../../../console/web/data/problem.ts';
import { retryDelay, shouldRetry } from '../../../../../console/web/data/query-client.ts';

const passing = new Problem('', { code: 'store-unavailable', status: 503 });

describe('Queries', () => {
  it('are asked again where that may help, three times', () => {
    expect([0, 1, 2, 3].map((failures) => shouldRetry(failures, passing))).toEqual([true, true, true, false]);
    expect(shouldRetry(0, new Problem('', { code: 'table-not-found', status: 404 }))).toBe(false);
    expect(shouldRetry(0, new Problem('', { code: 'signedOut', status: 0 }))).toBe(false);
    expect(shouldRetry(0, new TypeError('a bug'))).toBe(false);
  });

  it('wait longer each time, or as long as the API says', () => {
    const told = new Problem('', { code: 'throttled', status: 429, retryAfterMs: 7000 });
    const toldFar = new Problem('', { code: 'throttled', status: 429, retryAfterMs: 3_600_000 });

    expect([0, 1, 2].map((failures) => retryDelay(failures, passing))).toEqual([1000, 2000, 4000]);
    expect(retryDelay(0, told)).toBe(7000);
    expect(retryDelay(0, toldFar)).toBe(30_000);
  });
});
