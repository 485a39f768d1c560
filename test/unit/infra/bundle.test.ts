import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { deployedFunctions } from '../../../infra/functions.ts';
import { BundleFixture } from './bundle-fixture.ts';

describe('bundling functions', () => {
  const fixture = new BundleFixture();
  let rootDir = '';
  beforeEach(async () => {
    await fixture.start();
    ({ rootDir } = fixture);
  });
  afterEach(async () => fixture.end());

  it('makes one module that runs by itself, CommonJS dependencies that require Node modules included', async () => {
    await fixture.write(
      'node_modules/old/index.js',
      `const util = require('util'); module.exports = { show: (value) => util.inspect(value) };`,
    );
    await fixture.write(
      'a/index.ts',
      `import old from 'old'; export const handler = async (event: { text: string }): Promise<string> => old.show(event.text);`,
    );

    const bundles = await bundleFunctions({ rootDir, functions: [{ name: 'a', entry: 'a/index.ts' }] });
    await rm(join(rootDir, 'node_modules'), { recursive: true });

    const directory = join(rootDir, 'dist/functions/a');
    expect(bundles).toEqual([{ name: 'a', directory, bytes: expect.any(Number), coldBytes: expect.any(Number) }]);
    expect(await fixture.run()).toBe("'x'");
    expect(await readdir(join(rootDir, 'dist/functions/a'))).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('prefers the ES module of a dependency that ships both', async () => {
    await fixture.write('node_modules/both/package.json', JSON.stringify({ main: 'main.js', module: 'module.mjs' }));
    await fixture.write('node_modules/both/main.js', `module.exports = { kind: 'CommonJS' };`);
    await fixture.write('node_modules/both/module.mjs', `export const kind = 'ES module';`);
    await fixture.write('a.ts', `import { kind } from 'both'; export const handler = async () => kind;`);

    await bundleFunctions({ rootDir, functions: [{ name: 'a', entry: 'a.ts' }] });

    expect(await fixture.run()).toBe('ES module');
  });

  it('leaves whole bundles and nothing else when several processes bundle at once', async () => {
    await fixture.write('a.ts', `export const handler = async () => 'whole';`);
    const functions = [{ name: 'a', entry: 'a.ts' }];

    await Promise.all(Array.from({ length: 5 }, async () => bundleFunctions({ rootDir, outDir: 'out', functions })));

    expect(await readdir(join(rootDir, 'out'))).toEqual(['a']);
    expect(await fixture.run({}, join(rootDir, 'out/a'))).toBe('whole');
  });

  it.each([
    { case: 'is missing', entry: 'absent.ts', message: /function broken: there is no entry file .*absent\.ts/ },
    { case: 'does not compile', entry: 'broken.ts', message: /function broken: .*broken\.ts does not build/ },
  ])('keeps the earlier bundles and says which entry $case', async ({ entry, message }) => {
    await fixture.write('good.ts', `export const handler = async () => 'earlier';`);
    await fixture.write('broken.ts', `import './nowhere.ts';`);
    const good = { name: 'good', entry: 'good.ts' };
    await bundleFunctions({ rootDir, functions: [good] });
    const before = await readFile(join(rootDir, 'dist/functions/good/index.mjs'), 'utf8');
    await fixture.write('good.ts', `export const handler = async () => 'later';`);

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
