import {
  compileSource,
  type SourceCompilation,
  type SourceOptions,
} from '../../../../console/routing/compile-source.ts';
import { compileTexts } from '../../../../console/routing/compile-texts.ts';
import { formatFinding } from '../../../../console/routing/findings.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { smallTableFile } from '../../../support/table-file-builder.ts';

const now = epochMs(Date.parse('2026-11-21T00:00:00Z'));
const branchesCsv = `id,name,number,latitude,longitude,services,schedule
downtown,Downtown,+12065550141,47.608,-122.3351,accounts,office-hours
`;

/** The small table, with its branches in a file of that name. */
function tableNaming(file: string): string {
  return smallTableFile.replace(/branches:\n(?: {2}.*\n)+/, `branches: ${file}\n`);
}

class FilesFake {
  readonly read: string[] = [];
  readonly #texts: Readonly<Record<string, string>>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = texts;
  }

  compile(path: string, options: Partial<SourceOptions> = {}): Promise<SourceCompilation> {
    return compileSource(path, { readFile: (each) => this.#read(each), now, ...options });
  }

  #read(path: string): Promise<string> {
    this.read.push(path);
    const text = this.#texts[path];
    return text === undefined
      ? Promise.reject(Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' }))
      : Promise.resolve(text);
  }
}

function problems(compilation: SourceCompilation): string[] {
  return compilation.kind === 'invalid' ? compilation.findings.map((each) => formatFinding('bank.yaml', each)) : [];
}

describe('compiling a table with its branch file', () => {
  it('needs no other file when the branches are in the table', async () => {
    const files = new FilesFake({ 'bank.yaml': smallTableFile });

    const compilation = await files.compile('bank.yaml');

    expect(compilation).toMatchObject({
      kind: 'compiled',
      source: { table: { name: 'bank.yaml', text: smallTableFile } },
      file: { name: 'example-bank' },
    });
    expect(compilation).not.toHaveProperty('source.branches');
    expect(files.read).toEqual(['bank.yaml']);
  });

  it('reads the branch file beside the table, and keeps both as they were', async () => {
    const table = tableNaming('data/branches.csv');
    const files = new FilesFake({ 'tables/bank.yaml': table, 'tables/data/branches.csv': branchesCsv });

    const compilation = await files.compile('tables/bank.yaml');

    if (compilation.kind !== 'compiled') throw new Error(JSON.stringify(compilation));
    expect(compilation.source).toEqual({
      table: { name: 'bank.yaml', text: table },
      branches: { name: 'data/branches.csv', text: branchesCsv },
    });
    expect(compilation.table.branches.size).toBe(1);
    expect(compilation.table.branches.at(0)).toMatchObject({ id: 'downtown', scheduleId: 'office-hours' });
  });

  it('gives the same from texts in memory', async () => {
    const files = new FilesFake({ 'bank.yaml': tableNaming('b.csv'), 'b.csv': branchesCsv });
    const fromFiles = await files.compile('bank.yaml');

    const fromTexts = compileTexts(
      { table: { name: 'bank.yaml', text: tableNaming('b.csv') }, branches: { name: 'b.csv', text: branchesCsv } },
      { now },
    );

    expect(fromTexts.kind).toBe('compiled');
    expect(JSON.stringify(fromTexts)).toBe(JSON.stringify(fromFiles));
  });

  it('says where the table names a branch file that is not there', async () => {
    const files = new FilesFake({ 'bank.yaml': tableNaming('branches.csv') });

    const compilation = await files.compile('bank.yaml');

    expect(problems(compilation)).toEqual([
      'bank.yaml:12:11 error branches cannot read branches.csv: there is no such file: branch files lie in the folder of the table, or below it (branch-file-unreadable)',
    ]);
  });

  it('says that the branch file was not given with the text', () => {
    const compilation = compileTexts({ table: { name: 'bank.yaml', text: tableNaming('b.csv') } }, { now });

    expect(problems(compilation)).toEqual([
      expect.stringContaining('bank.yaml:12:11 error branches b.csv was not given'),
    ]);
  });

  it.each(['../branches.csv', '/etc/branches.csv', 'a/../../branches.csv', 'C:\\branches.csv'])(
    'reads nothing outside of the folder of the table: %s',
    async (name) => {
      const files = new FilesFake({ 'tables/bank.yaml': tableNaming(name) });

      const compilation = await files.compile('tables/bank.yaml');

      expect(problems(compilation)).toEqual([expect.stringContaining('branches must be the name of a .csv')]);
      expect(files.read).toEqual(['tables/bank.yaml']);
    },
  );

  it('tells errors of the branch file where they stand in it, whichever step finds them', async () => {
    const shape = new FilesFake({ 'bank.yaml': tableNaming('b.csv'), 'b.csv': branchesCsv.replace('+', '') });
    const reference = new FilesFake({
      'bank.yaml': tableNaming('b.csv'),
      'b.csv': branchesCsv.replace('office', 'ofice'),
    });

    expect(problems(await shape.compile('bank.yaml'))).toEqual([
      expect.stringMatching(/^b\.csv:2:19 error row 1, column number must be a telephone number/),
    ]);
    expect(problems(await reference.compile('bank.yaml'))).toContainEqual(
      expect.stringMatching(/^b\.csv:2:58 error branches\.downtown\.schedule "ofice-hours" is not a schedule/),
    );
  });

  it('tells a hundred of a thousand numbers that must not be dialled', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `b${index},B,+445550100,${index / 100},1,accounts,always`);
    const files = new FilesFake({
      'bank.yaml': tableNaming('b.csv'),
      'b.csv': `${branchesCsv}${rows.join('\n')}`,
    });

    const found = problems(await files.compile('bank.yaml')).filter((line) => line.includes(' error '));

    expect(found).toHaveLength(101);
    expect(found.at(-1)).toBe('b.csv error 900 more errors are not shown: mend these first (further-errors)');
  });

  it('says which file cannot be read', async () => {
    const files = new FilesFake({});

    expect(await files.compile('bank.yaml')).toEqual({
      kind: 'unreadable',
      problem: 'cannot read bank.yaml: there is no such file',
    });
  });

  it.each([
    { name: 'bank.yaml', size: 11_000_000, read: [] },
    { name: 'b.csv', size: 65_000_000, read: ['bank.yaml'] },
    { name: 'b.yaml', size: 11_000_000, read: ['bank.yaml'] },
  ])('does not even read $name when it is too large', async ({ name, size, read }) => {
    const files = new FilesFake({ 'bank.yaml': tableNaming(name === 'bank.yaml' ? 'b.csv' : name) });

    const compilation = await files.compile('bank.yaml', {
      sizeOf: (path) => Promise.resolve(path === name ? size : 1000),
    });

    expect(problems(compilation)).toEqual([
      expect.stringMatching(new RegExp(`^${name} error has .* \\(file-too-large\\)$`)),
    ]);
    expect(files.read).toEqual(read);
  });
});
