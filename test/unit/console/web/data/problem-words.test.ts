import { consoleErrorCodes } from '../../../../../shared/contracts/console-api.ts';
import { Problem } from '../../../../../console/web/data/problem.ts';
import { wordsOf } from '../../../../../console/web/data/problem-words.ts';

const codes: readonly Problem['code'][] = [...consoleErrorCodes, 'offline', 'signedOut', 'throttled', 'unexpected'];

describe('The words for a problem', () => {
  it.each(codes)('say what happened and what to do: %s', (code) => {
    const { title, forward } = wordsOf(new Problem('', { code, status: 400 }));

    expect(title).toMatch(/^[A-Z].{10,}[^.]$/);
    expect(forward).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('are other words for each problem', () => {
    const titles = codes.map((code) => wordsOf(new Problem('', { code, status: 400 })).title);

    expect(new Set(titles).size).toBe(codes.length);
  });

  it('have what the API says beside, where that names the mistake', () => {
    const refused = new Problem('rule 3 has no destination', { code: 'table-refused', status: 422 });
    const gone = new Problem('no call of this id', { code: 'call-not-found', status: 404 });

    expect(wordsOf(refused).detail).toBe('rule 3 has no destination');
    expect(wordsOf(gone)).not.toHaveProperty('detail');
  });

  it('are there for a page that breaks, too', () => {
    expect(wordsOf(new TypeError('x is undefined'))).toMatchObject({
      title: 'Something went wrong in this page',
      detail: 'x is undefined',
    });
    expect(wordsOf(undefined)).not.toHaveProperty('detail');
  });
});
