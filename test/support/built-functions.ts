import { fileURLToPath } from 'node:url';
import { bundleFunctions, type Bundle } from '../../infra/bundle.ts';
import { deployedFunctions } from '../../infra/functions.ts';

/** The functions' bundles, built once in a run of tests: by test/set-up.mjs, where that has run, else now. */
export async function builtFunctions(): Promise<readonly Pick<Bundle, 'name' | 'directory'>[]> {
  if (process.env['FUNCTIONS_ARE_BUILT'] === undefined) return bundleFunctions();
  const folder = fileURLToPath(new URL('../../dist/functions/', import.meta.url));
  return deployedFunctions.map(({ name }) => ({ name, directory: `${folder}${name}` }));
}
