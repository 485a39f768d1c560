import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { deployedFunctions } from '../../../infra/functions.ts';

describe('bundling functions', () => {
  let rootDir = '';
  beforeEach(async () => {
    rootDir = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  });
  afterEach(async () => rm(rootDir, { recursive: true, force: true }));

  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(rootDir, path)), { recursive: true });
    await writeFile(join(rootDir, path), text);
  };
  const run = async (directory: string): Promise<unknown> => {
    const script = `const { handler } = await import(${JSON.stringify(join(directory, 'index.mjs'))}); process.stdout.write(JSON.stringify(await handler({ text: 'x' })));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    return JSON.parse(stdout);
  };

  it('makes one module that runs by itself, CommonJS dependencies that require Node modules included', async () => {
    await write(
      'node_modules/old/index.js',
      `const util = require('util'); module.exports = { show: (value) => util.inspect(value) };`,
    );
    await write(
      'a/index.ts',
      `import old from 'old'; export const handler = async (event: { text: string }): Promise<string> => old.show(event.text);`,
    );

    const bundles = await bundleFunctions({ rootDir, functions: [{ name: 'a', entry: 'a/index.ts' }] });
    await rm(join(rootDir, 'node_modules'), { recursive: true });

    expect(bundles).toEqual([{ name: 'a', directory: join(rootDir, 'dist/functions/a'), bytes: expect.any(Number) }]);
    expect(await run(join(rootDir, 'dist/functions/a'))).toBe("'x'");
    expect(await readdir(join(rootDir, 'dist/functions/a'))).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('prefers the ES module of a dependency that ships both', async () => {
    await write('node_modules/both/package.json', JSON.stringify({ main: 'main.js', module: 'module.mjs' }));
    await write('node_modules/both/main.js', `module.exports = { kind: 'CommonJS' };`);
    await write('node_modules/both/module.mjs', `export const kind = 'ES module';`);
    await write('a.ts', `import { kind } from 'both'; export const handler = async () => kind;`);

    await bundleFunctions({ rootDir, functions: [{ name: 'a', entry: 'a.ts' }] });

    expect(await run(join(rootDir, 'dist/functions/a'))).toBe('ES module');
  });

  it('leaves whole bundles and nothing else when several processes bundle at once', async () => {
    await write('a.ts', `export const handler = async () => 'whole';`);
    const functions = [{ name: 'a', entry: 'a.ts' }];

    await Promise.all(Array.from({ length: 5 }, async () => bundleFunctions({ rootDir, outDir: 'out', functions })));

    expect(await readdir(join(rootDir, 'out'))).toEqual(['a']);
    expect(await run(join(rootDir, 'out/a'))).toBe('whole');
  });

  it.each([
    { case: 'is missing', entry: 'absent.ts', message: /function broken: there is no entry file .*absent\.ts/ },
    { case: 'does not compile', entry: 'broken.ts', message: /function broken: .*broken\.ts does not build/ },
  ])('keeps the earlier bundles and says which entry $case', async ({ entry, message }) => {
    await write('good.ts', `export const handler = async () => 'earlier';`);
    await write('broken.ts', `import './nowhere.ts';`);
    const good = { name: 'good', entry: 'good.ts' };
    await bundleFunctions({ rootDir, functions: [good] });
    const before = await readFile(join(rootDir, 'dist/functions/good/index.mjs'), 'utf8');
    await write('good.ts', `export const handler = async () => 'later';`);

    const attempt = bundleFunctions({ rootDir, functions: [good, { name: 'broken', entry }] });

    await expect(attempt).rejects.toThrow(message);
    expect(await readFile(join(rootDir, 'dist/functions/good/index.mjs'), 'utf8')).toBe(before);
    expect(await readdir(join(rootDir, 'dist/functions'))).toEqual(['good']);
  });
});

describe('the list of deployed functions', () => {
  it('gives each function less time than its caller waits: Alexa 8 s, PSTN Audio 5 s', () => {
    const timeouts = Object.fromEntries(deployedFunctions.map(({ name, timeoutSeconds }) => [name, timeoutSeconds]));

    expect(timeouts['skill']).toBeLessThan(8);
    expect(timeouts['sma']).toBeLessThan(5);
  });
});
