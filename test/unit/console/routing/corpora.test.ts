import { readdirSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { compileSource } from '../../../../console/routing/compile-source.ts';
import type { Finding } from '../../../../console/routing/findings.ts';
import { decide } from '../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../shared/domain/routing/indexed-table.ts';
import { callerFileSchema, callerOfFile } from '../../../../shared/contracts/caller-file.ts';
import { epochMs } from '../../../../shared/domain/time.ts';

const now = epochMs(Date.parse('2026-11-18T15:00:00Z'));
const corpora = new URL('../../../fixtures/routing-tables/', import.meta.url);
const tablesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, corpora)).filter((name) => /\.(?:yaml|json)$/.test(name));

async function findingsFor(path: string): Promise<readonly Finding[]> {
  const compilation = await compileSource(new URL(path, corpora).pathname, {
    readFile: (each) => readFile(each, 'utf8'),
    sizeOf: async (each) => (await stat(each)).size,
    now,
  });
  if (compilation.kind === 'unreadable') throw new Error(compilation.problem);
  return compilation.kind === 'compiled' ? compilation.warnings : compilation.findings;
}

interface Expectation {
  readonly code: string;
  readonly path?: string;
  readonly line?: number;
  readonly file?: string;
}

/** `# expect: <code> at <path>, line <line>`, or `at line 3`, `at branches.csv:3`, `at the file`. */
function expectationOf(text: string): Expectation {
  const [first = ''] = text.split('\n');
  const groups = /^# expect: (?<code>[a-z0-9-]+) at (?<where>.+)$/.exec(first)?.groups;
  if (groups === undefined) throw new Error(`the first line must say what is expected, not: ${first}`);
  const { code = '', where = '' } = groups;
  const inFile = /^(?<file>[\w.-]+\.\w+):(?<line>\d+)$/.exec(where)?.groups;
  if (inFile !== undefined) return { code, file: inFile['file'] ?? '', line: Number(inFile['line']) };
  const line = /(?:^|, )line (?<line>\d+)$/.exec(where)?.groups?.['line'];
  const path = where.replace(/(?:^|, )line \d+$/, '');
  return {
    code,
    ...(path === '' ? {} : { path: path === 'the file' ? '' : path }),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

/** Too large for a file here; more than one defect; what no table of a size for a file makes happen; and what depends on the name it is published by. */
const withoutFile = [
  'file-too-large',
  'further-errors',
  'branch-file-kind',
  'analysis-incomplete',
  'table-name-differs',
];

/** As they are written where findings are made. */
function codesInTheSources(): string[] {
  const sources = new URL('../../../../console/routing/', import.meta.url);
  const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, sources), 'utf8'));
  const codes = texts.flatMap((text) =>
    [...text.matchAll(/(?:\b(?:error|warning|note|report)\(|\bcode: )\s*'(?<code>[a-z]+(?:-[a-z0-9]+)+)'/g)].map(
      ({ groups }) => groups?.['code'] ?? '',
    ),
  );
  return [...new Set(codes)];
}

describe('tables with one defect', () => {
  it.each(tablesIn('bad/'))('%s', async (name) => {
    const expectation = expectationOf(readFileSync(new URL(`bad/${name}`, corpora), 'utf8'));

    const findings = await findingsFor(`bad/${name}`);

    const [found, ...more] = findings.filter(({ code }) => code === expectation.code);
    const others = findings.filter(({ code, severity }) => severity === 'error' && code !== expectation.code);
    expect(found).toMatchObject(expectation);
    expect(found?.message).not.toBe('');
    expect({ more, others }).toEqual({ more: [], others: [] });
  });

  it('have a file for every code that a finding may have', () => {
    const expected = new Set(
      tablesIn('bad/').map((name) => expectationOf(readFileSync(new URL(`bad/${name}`, corpora), 'utf8')).code),
    );

    expect(codesInTheSources().filter((code) => !expected.has(code) && !withoutFile.includes(code))).toEqual([]);
  });

  it('are refused when they are far too large, without being read', async () => {
    let read = false;

    const compilation = await compileSource('large.yaml', {
      readFile: () => {
        read = true;
        return Promise.resolve('');
      },
      sizeOf: () => Promise.resolve(50_000_000),
      now,
    });

    expect(compilation).toMatchObject({ kind: 'invalid', findings: [{ severity: 'error', code: 'file-too-large' }] });
    expect(read).toBe(false);
  });

  it('are refused when they turn out to be far too large', async () => {
    const compilation = await compileSource('large.yaml', {
      readFile: () => Promise.resolve('# all comment\n'.repeat(4_000_000)),
      now,
    });

    expect(compilation).toMatchObject({ kind: 'invalid', findings: [{ severity: 'error', code: 'file-too-large' }] });
  });
});

describe('good tables', () => {
  it.each(tablesIn('good/'))('%s', async (name) => {
    const findings = await findingsFor(`good/${name}`);

    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

describe('examples', () => {
  it.each(readdirSync(new URL('examples/', corpora)))('%s has no errors and no warnings', async (name) => {
    const findings = await findingsFor(`examples/${name}/routing-table.yaml`);

    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('have a caller with whom one can try the bank', async () => {
    const path = new URL('examples/bank-40-branches/', corpora);
    const compilation = await compileSource(new URL('routing-table.yaml', path).pathname, {
      readFile: (each) => readFile(each, 'utf8'),
      now,
    });
    if (compilation.kind !== 'compiled') throw new Error('not compiled');
    const caller = callerOfFile(callerFileSchema.parse(JSON.parse(readFileSync(new URL('caller.json', path), 'utf8'))));

    // Wednesday, 18 November, 11:00 in Seattle.
    const { plan } = decide(
      indexTable(compilation.table),
      caller,
      epochMs(Date.parse('2026-11-18T19:00:00Z')),
      'a-seed',
    );

    expect(plan.ruleId).toBe('mortgages');
    expect(plan.attempts.map(({ kind }) => kind)).toEqual(['branch', 'branch', 'contactCenter']);
  });
});
