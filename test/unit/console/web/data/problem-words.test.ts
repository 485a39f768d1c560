import { consoleErrorCodes } from '../../../../../shared/contracts/console-api.ts';
import { mayHaveArrived, ownCodes, Problem } from '../../../../../console/web/data/problem.ts';
import { wordsOf } from '../../../../../console/web/data/problem-words.ts';

const codes: readonly Problem['code'][] = [...consoleErrorCodes, ...ownCodes];

describe('The words for a problem', () => {
  it.each(codes)('say what happened and what to do: %s', (code) => {
    const { title, forward } = wordsOf(new Problem('', { code, status: 400 }));

    expect(title).toMatch(/^[A-Z].{10,}[^.]$/);
    expect(forward).toMatch(/^[A-Z].{10,}\.$/);
  });

  it.each(codes)('are words, and no code: %s', (code) => {
    const { title, forward } = wordsOf(new Problem('', { code, status: 400 }));

    for (const other of codes) expect(` ${title} ${forward} `).not.toContain(` ${other} `);
    expect(`${title} ${forward}`).not.toMatch(/[a-z]_[a-z]|[a-z][A-Z]|\b[45]\d\d\b/);
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

  it.each([
    'Failed to fetch dynamically imported module: http://localhost/assets/x.js',
    'error loading dynamically imported module: http://localhost/assets/x.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/x.css',
  ])('are there for a part that could not be loaded: %s', (message) => {
    expect(wordsOf(new TypeError(message))).toEqual({
      title: 'A part of the console could not be loaded',
      forward: 'Check your connection, then try again. Drafts are kept.',
    });
  });

  it('are there for a page that breaks, too', () => {
    expect(wordsOf(new TypeError('x is undefined'))).toMatchObject({
      title: 'Something went wrong in this page',
      detail: 'x is undefined',
    });
    expect(wordsOf(undefined)).not.toHaveProperty('detail');
  });
});

describe('What was asked for', () => {
  it.each([
    ['offline', 0, true],
    ['service-failed', 504, true],
    ['commands-throttled', 429, false],
    ['scope-missing', 403, false],
  ] as const)('may have been done or not: %s of %i: %s', (code, status, expected) => {
    expect(mayHaveArrived(new Problem('', { code, status }))).toBe(expected);
  });

  it('was not done where the page broke before', () => {
    expect(mayHaveArrived(new TypeError('x is undefined'))).toBe(false);
  });
});
