import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bundleFunctions, type Bundle, type BundleOptions } from '../../../infra/bundle.ts';
import { BundleFixture } from './bundle-fixture.ts';

describe('what a function imports dynamically', () => {
  const fixture = new BundleFixture();
  beforeEach(async () => {
    await fixture.start();
    await fixture.write('a.ts', `export const handler = async () => (await import('./later.ts')).words;`);
    await later('first');
  });
  afterEach(async () => fixture.end());

  const later = async (words: string): Promise<void> => fixture.write('later.ts', `export const words = '${words}';`);
  const bundle = async (options: BundleOptions = {}): Promise<Bundle | undefined> => {
    const [built] = await bundleFunctions({
      rootDir: fixture.rootDir,
      functions: [{ name: 'a', entry: 'a.ts' }],
      ...options,
    });
    return built;
  };
  const files = async (): Promise<string[]> => readdir(join(fixture.rootDir, 'dist/functions/a'));
  const chunks = async (): Promise<string[]> => (await files()).filter((file) => /^chunk-\w+\.mjs$/.test(file));

  it('is a chunk of its own, which no cold start reads', async () => {
    await fixture.write('later.ts', `export const words = '${'long '.repeat(1000)}';`);

    const built = await bundle();

    expect(await chunks()).toHaveLength(1);
    expect(built?.coldBytes).toBeLessThan(1000);
    expect(built?.bytes).toBeGreaterThan(5000);
    expect(await fixture.run()).toBe('long '.repeat(1000));
  });

  it('counts what index.mjs shares with a chunk among what each cold start reads', async () => {
    await fixture.write('shared.ts', `export const words = '${'long '.repeat(1000)}';`);
    await fixture.write('later.ts', `export { words } from './shared.ts';`);
    await fixture.write(
      'a.ts',
      `import { words } from './shared.ts'; export const handler = async () => [words, (await import('./later.ts')).words];`,
    );

    const built = await bundle();

    expect(built?.coldBytes).toBeGreaterThan(5000);
  });

  it('is still there for a function that began with the build before', async () => {
    await bundle();
    const before = await chunks();
    await later('second');

    await bundle();

    expect(await chunks()).toEqual(expect.arrayContaining(before));
    expect(await chunks()).toHaveLength(2);
    expect(await fixture.run()).toBe('second');
  });

  it('leaves nothing of builds before when nothing of them is to be kept', async () => {
    await bundle();
    const before = await files();
    await later('second');

    await bundle({ keepEarlierMs: 0 });

    expect(await files()).toHaveLength(4);
    expect(await files()).not.toEqual(before);
    expect(await fixture.run()).toBe('second');
  });

  it('is the same chunk when several processes bundle at once', async () => {
    await Promise.all(Array.from({ length: 5 }, async () => bundle()));

    expect(await chunks()).toHaveLength(1);
    expect(await fixture.run()).toBe('first');
  });

  it('has a source map that names its source from where it lies', async () => {
    await bundle();

    const directory = join(fixture.rootDir, 'dist/functions/a');
    const [chunk = ''] = await chunks();
    const map = JSON.parse(await readFile(join(directory, `${chunk}.map`), 'utf8')) as { sources: string[] };
    expect(map.sources.map((source) => dirname(resolve(directory, source)))).toEqual([fixture.rootDir]);
  });
});
