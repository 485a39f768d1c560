import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../../../../console/cli/terminal/node-files.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';

describe('the files of a machine', () => {
  const files = nodeFiles(systemIds, process.cwd());
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'routes-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function linesOf(path: string): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of files.lines(path)) lines.push(line);
    return lines;
  }

  it('are written whole, into folders that need not be there, and leave nothing else behind', async () => {
    const path = join(folder, 'new', 'bank.yaml');

    await files.write(path, 'name: bank\n');
    await files.write(path, 'name: other\n');

    expect(await readFile(path, 'utf8')).toBe('name: other\n');
    expect(await readdir(join(folder, 'new'))).toEqual(['bank.yaml']);
    expect([await files.exists(path), await files.size(path)]).toEqual([true, 12]);
  });

  it('are left as they were when they cannot be written', async () => {
    await expect(files.write(folder, 'not a folder any more')).rejects.toThrow();

    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    { text: '', lines: [] },
    { text: 'one', lines: ['one'] },
    { text: 'one\ntwo\n', lines: ['one', 'two'] },
    { text: 'one\r\n\r\ntwo\r\n', lines: ['one', '', 'two'] },
    { text: '\uFEFFone\ntwo', lines: ['one', 'two'] },
  ])('are read line by line: $lines', async ({ text, lines }) => {
    const path = join(folder, 'calls.jsonl');
    await writeFile(path, text);

    expect(await linesOf(path)).toEqual(lines);
  });

  it('keep lines whole that are longer than what is read at once', async () => {
    const path = join(folder, 'calls.jsonl');
    const long = 'é'.repeat(400_000);
    await writeFile(path, `${long}\n${long}x\n`);

    expect(await linesOf(path)).toEqual([long, `${long}x`]);
  });

  it('hand over a line without end in pieces', async () => {
    const path = join(folder, 'calls.jsonl');
    await writeFile(path, 'x'.repeat(3_000_000));

    const lines = await linesOf(path);

    expect(lines.join('')).toHaveLength(3_000_000);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('say which file is not there', async () => {
    const path = join(folder, 'nowhere.jsonl');

    await expect(linesOf(path)).rejects.toThrow(/ENOENT.*nowhere/);
    await expect(files.read(path)).rejects.toThrow(/ENOENT.*nowhere/);
    expect(await files.exists(path)).toBe(false);
  });
});
