import { bundleFunctions } from '../../../infra/bundle.ts';
import { BundleFixture } from './bundle-fixture.ts';

describe("Node's own modules in a bundle", () => {
  const fixture = new BundleFixture();
  beforeEach(async () => fixture.start());
  afterEach(async () => fixture.end());

  const bundle = async (source: string): Promise<void> => {
    await fixture.write('a.ts', source);
    await bundleFunctions({ rootDir: fixture.rootDir, functions: [{ name: 'a', entry: 'a.ts' }] });
  };

  it.each([
    { case: 'by name', source: `import { request } from 'node:http'; const used = request;` },
    { case: 'whole', source: `import * as http from 'http'; const used = http.request;` },
    { case: 'as default', source: `import http from 'node:http'; const used = http.request;` },
  ])('loads none of what an import $case does not use: no undici for node:http', async ({ source }) => {
    await bundle(`${source}
      export const handler = async () => [
        typeof used,
        process.moduleLoadList.some((each: string) => each.includes('undici')),
      ];`);

    const answer = await fixture.run();

    expect(answer).toEqual(['function', false]);
  });

  it('gives the same functions by name, whole, as default, by require() and by import()', async () => {
    await fixture.write('node_modules/old/index.js', `module.exports = require('path').posix.join;`);
    await bundle(`
      import path, { posix } from 'node:path';
      import * as whole from 'path';
      import old from 'old';
      export const handler = async () => {
        const later = await import('node:path');
        return [posix.join, whole.posix.join, old, later.posix.join, later.default.posix.join]
          .map((each) => each === path.posix.join);
      };`);

    const answer = await fixture.run();

    expect(answer).toEqual([true, true, true, true, true]);
  });

  it('gives classes, and modules that are functions', async () => {
    await bundle(`
      import stream, { Readable } from 'node:stream';
      import { EventEmitter } from 'events';
      import { strict as assert } from 'node:assert';
      class Mine extends Readable {}
      export const handler = async () =>
        [new Mine() instanceof stream, new Mine() instanceof EventEmitter, typeof assert];`);

    const answer = await fixture.run();

    expect(answer).toEqual([true, true, 'function']);
  });

  it('says which name a Node module does not have', async () => {
    const attempt = bundle(`import { wander } from 'node:path'; export const handler = wander;`);

    await expect(attempt).rejects.toThrow(/a\.ts does not build: .*No matching export .* import "wander"/s);
  });
});
