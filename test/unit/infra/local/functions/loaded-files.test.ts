import { rename, symlink, unlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import { functionsFixture, invoked, type Fixture } from './functions-fixture.ts';

describe('a host that is asked which files a function has loaded from elsewhere', () => {
  let fixture: Fixture;
  let told: { readonly name: string; readonly files: readonly string[] }[];
  const aFunction = async (definition: Parameters<typeof functionsFixture>[0][string]): Promise<void> => {
    told = [];
    fixture = await functionsFixture({ sma: definition }, systemTimers, {
      onLoaded: (arn, files) =>
        void told.push({
          name: arn.split(':').at(-1) ?? '',
          files: files.map((file) => relative(fixture.root, file)).toSorted(),
        }),
    });
  };
  afterEach(async () => fixture.close());

  it.each([
    {
      case: 'an ES module imports',
      source: `import { x } from '../lib/x.mjs'; import words from '../words.json' with { type: 'json' }; export const handler = async () => [x, words];`,
      more: {
        '../lib/x.mjs': `export { y as x } from './deep/y.cjs';`,
        '../lib/deep/y.cjs': 'exports.y = 1;',
        '../words.json': '{}',
      },
      files: ['lib/deep/y.cjs', 'lib/x.mjs', 'words.json'],
    },
    {
      case: 'CommonJS requires',
      module: 'index.cjs',
      source: `const x = require('../lib/x'); const words = require('../words'); exports.handler = async () => [x, words];`,
      more: { '../lib/x.js': `module.exports = 1;`, '../words.json': '{}' },
      files: ['lib/x.js', 'words.json'],
    },
    {
      case: 'TypeScript imports',
      module: 'index.ts',
      source: `import { x } from '../lib/x.ts'; export const handler = async (): Promise<number> => x;`,
      more: { '../lib/x.ts': `export const x: number = 1;` },
      files: ['lib/x.ts'],
    },
  ])('is told what $case', async ({ files, ...definition }) => {
    await aFunction(definition);

    const problem = await fixture.host.warmUp('sma');

    expect(problem).toBeUndefined();
    expect(told).toEqual([{ name: 'sma', files }]);
  });

  it('is not told of its own files, of packages, and of folders that are hidden', async () => {
    await aFunction({
      source: `import './own.mjs'; import '../node_modules/words/index.mjs'; import '../.cache/made.mjs'; export const handler = async () => 1;`,
      more: { './own.mjs': '', '../node_modules/words/index.mjs': '', '../.cache/made.mjs': '' },
    });

    await fixture.host.warmUp('sma');

    expect(told).toEqual([{ name: 'sma', files: [] }]);
  });

  it('is not told of its own files when the folder is a link', async () => {
    await aFunction({ source: `import './own.mjs'; export const handler = async () => 1;`, more: { './own.mjs': '' } });
    await rename(join(fixture.root, 'sma'), join(fixture.root, 'real'));
    await symlink(join(fixture.root, 'real'), join(fixture.root, 'sma'));

    const problem = await fixture.host.warmUp('sma');

    expect(problem).toBeUndefined();
    expect(told).toEqual([{ name: 'sma', files: [] }]);
  });

  it('is told of the file that a link in the folder leads to', async () => {
    await aFunction({ source: '', more: { '../lib/real.mjs': 'export const handler = async () => 1;' } });
    const module = join(fixture.root, 'sma', 'index.mjs');
    await unlink(module);
    await symlink(join(fixture.root, 'lib', 'real.mjs'), module);

    await fixture.host.warmUp('sma');

    expect(told).toEqual([{ name: 'sma', files: ['lib/real.mjs'] }]);
  });

  it.each([
    {
      case: 'is broken',
      source: `import '../lib/x.mjs'; export const handler = async () => 1;`,
      more: { '../lib/x.mjs': 'export const x = async ( => 1;' },
      files: ['lib/x.mjs'],
      errorType: 'Runtime.UserCodeSyntaxError',
    },
    {
      case: 'throws',
      module: 'index.cjs',
      source: `require('../lib/x.js'); exports.handler = async () => 1;`,
      more: { '../lib/x.js': `throw new RangeError('at load');` },
      files: ['lib/x.js'],
      errorType: 'RangeError',
    },
    {
      case: 'was imported and is missing',
      source: `import '../lib/x.mjs'; export const handler = async () => 1;`,
      more: { '../lib/x.mjs': `import '../words/none.mjs';` },
      files: ['lib/x.mjs', 'words/none.mjs'],
      errorType: 'Runtime.ImportModuleError',
    },
    {
      case: 'was required and is missing',
      module: 'index.cjs',
      source: `require('../lib/none'); exports.handler = async () => 1;`,
      more: {},
      files: ['lib/none'],
      errorType: 'Runtime.ImportModuleError',
    },
  ])('is told of a file that $case', async ({ files, errorType, ...definition }) => {
    await aFunction(definition);

    const problem = await fixture.host.warmUp('sma');

    expect(problem).toMatchObject({ errorType });
    expect(told).toEqual([{ name: 'sma', files }]);
  });

  it('learns where a file was required that is missing', async () => {
    await aFunction({ module: 'index.cjs', source: `\n  require('../lib/none');` });

    const problem = await fixture.host.warmUp('sma');

    expect(problem?.trace?.join()).toContain('index.cjs:2:3');
  });

  it('is told of a file that ends the process', async () => {
    const loaded = Promise.withResolvers<readonly string[]>();
    fixture = await functionsFixture(
      { sma: { source: `import '../lib/x.mjs';`, more: { '../lib/x.mjs': 'process.exit(7);' } } },
      systemTimers,
      { onLoaded: (_arn, files) => loaded.resolve(files) },
    );

    await fixture.host.warmUp('sma');

    expect(await loaded.promise).toEqual([join(fixture.root, 'lib', 'x.mjs')]);
  });

  it('is not told by a process that loads what has changed since', async () => {
    await aFunction({
      source: `
        import { existsSync } from 'node:fs';
        import '../lib/old.mjs';
        console.log('begun');
        while (!existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 5));
        export const handler = async () => 'old';`,
      more: { '../lib/old.mjs': '', '../lib/new.mjs': '' },
    });
    const old = fixture.host.warmUp('sma');
    await fixture.logged('begun');

    await writeFile(
      join(fixture.root, 'sma', 'index.mjs'),
      `import '../lib/new.mjs'; export const handler = async () => 'new';`,
    );
    fixture.host.reload('sma');
    await fixture.host.warmUp('sma');
    await writeFile(join(fixture.root, 'sma', 'go'), '');
    await old;

    expect(told).toEqual([{ name: 'sma', files: ['lib/new.mjs'] }]);
  });
});

describe('a host that is not asked', () => {
  it('does not make processes tell', async () => {
    const fixture = await functionsFixture({ sma: { source: `export const handler = async () => process.argv;` } });

    const { payload } = invoked(await fixture.host.invoke('sma', {}));
    await fixture.close();

    expect(payload).toContainEqual(expect.stringContaining('bootstrap.mjs'));
    expect(payload).not.toContain('tell-files');
  });
});
