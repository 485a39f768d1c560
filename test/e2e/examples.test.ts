import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promptFiles } from '../../infra/local/pstn-audio/examples/prompts/prompt-files.ts';
import { examplesFolder } from './examples-fixture.ts';

async function exampleNames(): Promise<string[]> {
  const entries = await readdir(examplesFolder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && entry.name !== 'prompts').map(({ name }) => name);
}

describe('the examples', () => {
  it('have a test each', async () => {
    const files = (await readdir(import.meta.dirname)).filter((name) => /^examples-.*\.test\.ts$/.test(name));
    const sources = await Promise.all(files.map(async (name) => readFile(join(import.meta.dirname, name), 'utf8')));

    const tested = [...sources.join('').matchAll(/exampleForEachTest\('([\w-]+)'\)/g)].map(([, name]) => name);

    expect(new Set(tested)).toEqual(new Set(await exampleNames()));
  });

  it('have handlers that fit on one screen', async () => {
    const lengths = await Promise.all(
      (await exampleNames()).map(async (name) => {
        const handler = (await readdir(join(examplesFolder, name))).find((file) => file.startsWith('handler.'));
        const text = await readFile(join(examplesFolder, name, handler ?? 'handler'), 'utf8');
        return { name, lines: text.trimEnd().split('\n').length };
      }),
    );

    expect(lengths.filter(({ lines }) => lines > 60)).toEqual([]);
  });

  it('have the prompts that the script makes', async () => {
    for (const [name, bytes] of promptFiles()) {
      const file = await readFile(join(examplesFolder, 'prompts', name));

      expect([name, file.equals(bytes)]).toEqual([name, true]);
      expect(file.length).toBeLessThan(20_000);
    }
  });
});
