import { bundleFunctions, type Bundle } from '../bundle.ts';
import { deployedFunctions, type DeployedFunction } from '../functions.ts';

/** Functions that serve the deployment itself, or look after it: they exist on AWS only. */
export const deploymentFunctions = [
  { name: 'chime-provider', entry: 'infra/aws/chime-provider/index.ts' },
  { name: 'key-rotation', entry: 'infra/aws/key-rotation/index.ts' },
  { name: 'canary', entry: 'infra/aws/canary/index.ts' },
  { name: 'console-scopes', entry: 'infra/aws/console-scopes/index.ts' },
] as const satisfies readonly Pick<DeployedFunction, 'name' | 'entry'>[];

/** Where the code of each function lies, built: a directory, by the function's name. */
export type Bundles = ReadonlyMap<string, string>;

/**
 * Builds the code of every function that is deployed, those of the product as the local cloud runs them.
 * @throws Error naming the function whose entry is missing or does not compile.
 */
export async function bundlesForAws(options: { readonly outDir: string; readonly rootDir?: string }): Promise<Bundles> {
  const functions = [...deployedFunctions, ...deploymentFunctions];
  // What is deployed is this build and nothing else.
  return bundlesOf(await bundleFunctions({ ...options, functions, keepEarlierMs: 0 }));
}

/** Bundles by the names of their functions. */
export function bundlesOf(built: readonly Bundle[]): Bundles {
  return new Map(built.map(({ name, directory }) => [name, directory]));
}

/**
 * The directory of a function's code.
 * @throws Error when it has not been built.
 */
export function bundleOf(bundles: Bundles, name: string): string {
  const directory = bundles.get(name);
  if (directory === undefined) throw new Error(`function ${name}: its code has not been built`);
  return directory;
}
