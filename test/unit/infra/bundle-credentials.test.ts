import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { BundleFixture } from './bundle-fixture.ts';

const require = createRequire(import.meta.url);
const client = require.resolve('@aws-sdk/client-dynamodb');
const provider = require
  .resolve('@aws-sdk/credential-provider-node', { paths: [client] })
  // What require() finds is CommonJS; the bundler takes the ES module beside it.
  .replace('dist-cjs', 'dist-es');

describe("the SDK's sources of credentials", () => {
  const fixture = new BundleFixture();
  beforeEach(async () => {
    await fixture.start();
    await fixture.write('a.ts', source);
    await bundleFunctions({ rootDir: fixture.rootDir, functions: [{ name: 'a', entry: 'a.ts' }] });
  });
  afterEach(async () => fixture.end());

  /** A function that says who it is, by the environment that its event brings. */
  const source = `
    import { defaultProvider } from ${JSON.stringify(provider)};
    export const handler = async () => (await defaultProvider()()).accessKeyId;`;

  it('are in one module of their own, and the rest of the function in few', async () => {
    const files = await readdir(join(fixture.rootDir, 'dist/functions/a'));

    expect(files.filter((file) => /^credential-sources-\w+\.mjs$/.test(file))).toHaveLength(1);
    expect(files.filter((file) => file.endsWith('.mjs')).length).toBeLessThan(8);
  });

  it('are not asked when the environment has credentials, as it does on Lambda', async () => {
    const answer = await fixture.run({ AWS_ACCESS_KEY_ID: 'OF-THE-ROLE', AWS_SECRET_ACCESS_KEY: 'secret' });

    expect(answer).toBe('OF-THE-ROLE');
  });

  it('work as ever when it has none', async () => {
    await fixture.write('credentials', '[default]\naws_access_key_id = OF-A-FILE\naws_secret_access_key = secret\n');

    const answer = await fixture.run({ AWS_SHARED_CREDENTIALS_FILE: join(fixture.rootDir, 'credentials') });

    expect(answer).toBe('OF-A-FILE');
  });
});
