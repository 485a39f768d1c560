import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const bundler = fileURLToPath(new URL('../infra/bundle.ts', import.meta.url));

/** Builds the functions once for all tests: to do it for each file of stories takes more of the machine than many of the stories. */
// oxlint-disable-next-line import/no-default-export -- jest asks for one
export default async function setUp() {
  await promisify(execFile)(process.execPath, [bundler], { timeout: 60_000 });
  // For the workers that are started next: test/support/built-functions.ts.
  process.env.FUNCTIONS_ARE_BUILT = 'yes';
}
