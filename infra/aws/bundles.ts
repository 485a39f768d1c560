import { resolve } from 'node:path';
import { bundleFunctions, type Bundle } from '../bundle.ts';
import { deployedFunctions, type DeployedFunction } from '../functions.ts';
import { webBuilt } from './web-build.ts';

/** Functions that serve the deployment itself, or look after it: they exist on AWS only. */
export const deploymentFunctions = [
  { name: 'chime-provider', entry: 'infra/aws/chime-provider/index.ts' },
  { name: 'key-rotation', entry: 'infra/aws/key-rotation/index.ts' },
  { name: 'canary', entry: 'infra/aws/canary/index.ts' },
  { name: 'console-scopes', entry: 'infra/aws/console-scopes/index.ts' },
] as const satisfies readonly Pick<DeployedFunction, 'name' | 'entry'>[];

/** Stands among the bundles for the console's web application: files for a browser, and no function. */
export const webBundle = 'console-web';

/** Where the code of each function lies, built, and the web application: a directory, by the function's name. */
export type Bundles = ReadonlyMap<string, string>;

/**
 * Builds the code of every function that is deployed, those of the product as the local cloud runs them, and the web application.
 * @throws Error naming the function whose entry is missing or does not compile, or the file of the application.
 */
export async function bundlesForAws(options: { readonly outDir: string; readonly rootDir?: string }): Promise<Bundles> {
  const functions = [...deployedFunctions, ...deploymentFunctions];
  // What is deployed is this build and nothing else.
  const built = await bundleFunctions({ ...options, functions, keepEarlierMs: 0 });
  const web = await webBuilt(resolve(options.rootDir ?? '', options.outDir, webBundle));
  return new Map([...bundlesOf(built), [webBundle, web]]);
}

/** Bundles by the names of their functions. */
export function bundlesOf(built: readonly Bundle[]): Bundles {
  return new Map(built.map(({ name, directory }) => [name, directory]));
}

/**
 * The directory of a function's code, or of the web application.
 * @throws Error when it has not been built.
 */
export function bundleOf(bundles: Bundles, name: string): string {
  const directory = bundles.get(name);
  if (directory === undefined) throw new Error(`${name}: its code has not been built`);
  return directory;
}
