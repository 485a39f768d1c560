import { readYaml, type YamlReading } from '../../../../console/routing/yaml-content.ts';
import type { FilePath } from '../../../../console/routing/findings.ts';

function read(text: string): YamlReading {
  return readYaml(text, 'is empty');
}

function problems(text: string): string[] {
  const reading = read(text);
  if (reading.kind === 'content') return [];
  return reading.findings.map(
    ({ line, column, path, message, code }) => `${line}:${column} ${path} ${message} (${code})`,
  );
}

function positionIn(text: string, path: FilePath): string | undefined {
  const reading = read(text);
  if (reading.kind === 'invalid') return undefined;
  const position = reading.locate(path);
  return position && `${position.line}:${position.column}`;
}

describe('reading YAML', () => {
  it('takes JSON for what it is', () => {
    expect(read('{"a": [1, "2", null]}')).toMatchObject({ kind: 'content', value: { a: [1, '2', null] } });
  });

  it('takes an alias for what it stands for, however often', () => {
    const text = `hours: &hours ["09:00-17:00"]\ndays:\n${'  - *hours\n'.repeat(500)}`;

    const reading = read(text);

    expect(reading).toMatchObject({
      kind: 'content',
      value: { days: Array.from({ length: 500 }, () => ['09:00-17:00']) },
    });
  });

  it.each([
    {
      case: 'refers to nothing',
      text: 'a: 1\nb: *c',
      problem: '2:4 b the alias *c refers to nothing: &c must come before it (alias-unresolved)',
    },
    {
      case: 'refers to the list that it is in',
      text: 'a: &a [1, *a]',
      problem: '1:11 a[1] the alias *a refers to itself: write out what it stands for (alias-unresolved)',
    },
    {
      case: 'refers to the map that it is in',
      text: 'a: &a { b: { c: *a } }',
      problem: '1:17 a.b.c the alias *a refers to itself: write out what it stands for (alias-unresolved)',
    },
    {
      case: 'is a key',
      text: 'a: &a b\n*a : c',
      problem: '2:1  has a key that is a list, a map or an alias: keys are text (invalid-key)',
    },
  ])('refuses an alias that $case', ({ text, problem }) => {
    expect(problems(text)).toEqual([problem]);
  });

  it('refuses a few lines that stand for billions of values', () => {
    const laughs = Array.from({ length: 12 }, (_, index) =>
      index === 0
        ? 'l0: &l0 [ha]'
        : `l${index}: &l${index} [${Array.from({ length: 10 }, () => `*l${index - 1}`).join(', ')}]`,
    );

    expect(problems(laughs.join('\n'))).toEqual([
      '1:1  the YAML aliases stand for more than 2,000,000 values, all together: write out what they stand for (aliases-too-many)',
    ]);
  });

  it.each(['[', '- ', '{a: ', 'a: ['])('tells of twenty thousand times %j without throwing', (opening) => {
    const found = problems(opening.repeat(20_000));

    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(101);
  });

  it.each([
    { case: 'lists', text: `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}` },
    { case: 'maps', text: `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}` },
    {
      case: 'levels of blanks',
      text: Array.from({ length: 3_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    },
  ])('says of thousands of $case in one another that they are nested too deeply, and no more', ({ text }) => {
    const reading = read(text);

    expect(reading).toEqual({
      kind: 'invalid',
      findings: [
        {
          severity: 'error',
          code: 'nested-too-deeply',
          path: '',
          line: expect.any(Number),
          column: expect.any(Number),
          message: 'has more than 50 levels here: no table needs so many',
        },
      ],
    });
  });

  it('finds a repeated key in each of ten thousand maps and in a map of ten thousand, quickly', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `k${index}: { a: 1, b: 2 }`);

    expect(problems([...many, 'k7: 1'].join('\n'))).toEqual([
      '10001:1 k7 is there twice, first in line 8: give it once (key-twice)',
    ]);
  });

  it.each<{ case: string; path: FilePath; position: string }>([
    { case: 'a value', path: ['a', 'b'], position: '2:9' },
    { case: 'a map, by its key', path: ['a'], position: '1:1' },
    { case: 'an item of a list', path: ['a', 'c', 1], position: '3:10' },
    { case: 'an alias', path: ['d'], position: '4:4' },
    { case: 'what is left empty, by its key', path: ['e'], position: '5:1' },
    { case: 'what is missing, by what it should be in', path: ['a', 'x'], position: '1:1' },
    { case: 'a key that is a number', path: ['7'], position: '6:4' },
  ])('finds $case', ({ path, position }) => {
    const text = 'a:\n  b: &b 1\n  c: [1, 2]\nd: *b\ne:\n7: x\n';

    expect(positionIn(text, path)).toBe(position);
  });
});
