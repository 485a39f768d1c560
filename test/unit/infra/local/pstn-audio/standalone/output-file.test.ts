import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOutputFile } from '../../../../../../infra/local/pstn-audio/standalone/output-file.ts';

describe('a file that grows', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'output-file-'));
    path = join(folder, 'out');
    await writeFile(path, 'before\n');
  });
  afterEach(async () => rm(folder, { recursive: true }));

  it.each([
    { mode: 'append', content: 'before\none\ntwo\n' },
    { mode: 'replace', content: 'one\ntwo\n' },
  ] as const)('can $mode what there is', async ({ mode, content }) => {
    const file = await openOutputFile(path, { mode });

    file.write('one\n');
    file.write(Buffer.from('two\n'));
    await file.close();

    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it('can be read by nobody else when it is new', async () => {
    const file = await openOutputFile(join(folder, 'new'), { mode: 'append' });
    await file.close();

    expect((await stat(join(folder, 'new'))).mode & 0o777).toBe(0o600);
  });

  it('throws away what a slow disk cannot take, and says so', async () => {
    const file = await openOutputFile(path, { mode: 'replace', mostWaiting: 10 });

    const taken = Array.from({ length: 5 }, () => file.write('12345678'));
    await file.close();

    expect(taken).toEqual([true, true, false, false, false]);
    expect(await readFile(path, 'utf8')).toBe('1234567812345678');
  });

  it('cannot be opened where there is no folder', async () => {
    await expect(openOutputFile(join(folder, 'no', 'out'), { mode: 'append' })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  (process.platform === 'linux' ? it : it.skip)(
    'tells of a disk that is full when it is closed, and breaks nothing before',
    async () => {
      const file = await openOutputFile('/dev/full', { mode: 'append' });

      expect(file.write('x')).toBe(true);
      await expect(file.close()).rejects.toMatchObject({ code: 'ENOSPC' });
    },
  );

  it('stays as it was until something is written', async () => {
    const file = await openOutputFile(path, { mode: 'replace' });
    await file.close();

    expect(await readFile(path, 'utf8')).toBe('before\n');
  });

  (process.platform === 'linux' ? it : it.skip)('tells of a disk that fails at once, and once', async () => {
    const told = Promise.withResolvers<Error>();
    let times = 0;
    const onFailure = (error: Error): void => {
      times += 1;
      told.resolve(error);
    };
    const file = await openOutputFile('/dev/full', { mode: 'replace', onFailure });

    file.write('x');

    expect(await told.promise).toMatchObject({ code: 'ENOSPC' });
    expect(file.write('y')).toBe(false);
    await expect(file.close()).rejects.toThrow();
    expect(times).toBe(1);
  });
});
