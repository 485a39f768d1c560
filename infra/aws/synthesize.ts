import { fileURLToPath } from 'node:url';
import { createApp, type AppOptions } from './app.ts';
import { bundlesForAws } from './bundles.ts';
import { findingsIn } from './findings.ts';

/** A cloud assembly on disk, or why there is none that may be deployed. */
export type Synthesis =
  | { readonly kind: 'synthesized'; readonly folder: string; readonly stacks: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the functions and writes every stack's template into a folder, with nothing but what is on this machine: no network, no
 * credentials. A finding of cdk-nag, of the CDK's rules, or of a construct refuses all of it.
 * @throws Error when a function does not build.
 */
export async function synthesize(options: Pick<AppOptions, 'config' | 'facts' | 'outdir'>): Promise<Synthesis> {
  // As deep below the root as the local cloud's bundles, so that source maps are the same, too.
  return synthesizeFrom({ ...options, bundles: await bundlesForAws({ rootDir, outDir: 'dist/aws-functions' }) });
}

/** The same with functions that have been built already. */
export async function synthesizeFrom(options: AppOptions): Promise<Synthesis> {
  const assembly = createApp(options).synth();
  const problems = await findingsIn(assembly);
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'synthesized', folder: assembly.directory, stacks: assembly.stacks.map(({ stackName }) => stackName) };
}
