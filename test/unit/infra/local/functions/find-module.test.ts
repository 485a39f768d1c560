import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findModule } from '../../../../../infra/local/functions/find-module.ts';

describe('finding the module of a function', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'find-module-'));
    await mkdir(join(folder, 'app', 'src'), { recursive: true });
    for (const file of ['handler.js', 'my.handler.mjs', 'app/index.ts', 'app/src/sma.cjs', 'both.js', 'both.mjs'])
      await writeFile(join(folder, file), '');
  });
  afterAll(async () => rm(folder, { recursive: true }));

  it.each([
    { module: 'handler.js', handler: 'handler', directory: '', file: 'handler.js', as: 'handler.handler' },
    { module: 'handler.js', handler: 'handler.main', directory: '', file: 'handler.js', as: 'handler.main' },
    { module: 'handler', handler: 'main', directory: '', file: 'handler.js', as: 'handler.main' },
    { module: 'my.handler.mjs', handler: 'main', directory: '', file: 'my.handler.mjs', as: 'my.handler.main' },
    { module: 'both.js', handler: 'main', directory: '', file: 'both.js', as: 'both.main' },
    { module: 'both', handler: 'main', directory: '', file: 'both.mjs', as: 'both.main' },
    { module: 'app', handler: 'index.handler', directory: 'app', file: 'index.ts', as: 'index.handler' },
    { module: 'app', handler: 'src/sma.main', directory: 'app/src', file: 'sma.cjs', as: 'sma.main' },
    { module: 'app/src/sma.cjs', handler: 'src/sma.main', directory: 'app/src', file: 'sma.cjs', as: 'sma.main' },
  ])('takes $module with handler $handler', async ({ module, handler, directory, file, as }) => {
    expect(await findModule(join(folder, module), handler)).toEqual({
      kind: 'found',
      directory: join(folder, directory).replace(/\/$/u, ''),
      file,
      handler: as,
    });
  });

  it.each([
    { module: 'nowhere.js', handler: 'handler', of: 'module', message: 'there is no such file or folder' },
    { module: 'handler.js', handler: 'index.handler', of: 'handler', message: 'write "handler.handler"' },
    { module: 'app', handler: 'main.handler', of: 'handler', message: 'the folder has no main.js' },
    { module: 'app', handler: 'handler', of: 'handler', message: 'must be "index.handler"' },
  ])('says what is wrong with $module and handler $handler', async ({ module, handler, of, message }) => {
    expect(await findModule(join(folder, module), handler)).toEqual({
      kind: 'problem',
      of,
      message: expect.stringContaining(message),
    });
  });
});
