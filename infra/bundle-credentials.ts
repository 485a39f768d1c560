import { basename } from 'node:path';
import type { BuildOptions, Plugin, PluginBuild } from 'esbuild';

/** Where the SDK's default chain looks for credentials when there are none in the environment (@aws-sdk/credential-provider-node). */
const sources = [
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-web-identity',
  '@aws-sdk/credential-provider-http',
  '@smithy/credential-provider-imds',
];

/**
 * Puts sources of credentials into a module of their own that shares nothing with the function. Lambda gives a function its
 * credentials in the environment (AWS Lambda developer guide, configuration-envvars), so that it never loads them; among the function's
 * chunks they would have its code cut into a dozen files, each of which a cold start reads.
 */
export function credentialSourcesAside(settings: BuildOptions): Plugin {
  return {
    name: 'credential-sources-aside',
    setup: (build) => {
      let aside: Promise<string> | undefined;
      build.onResolve({ filter: /\/credential-provider-/ }, async ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import' || !sources.includes(path)) return undefined;
        aside ??= bundleSources(build, settings, resolveDir);
        return { path: `./${await aside}`, external: true };
      });
    },
  };
}

/** Returns the name of the file, beside those of the function. */
async function bundleSources(
  { esbuild, initialOptions }: PluginBuild,
  settings: BuildOptions,
  resolveDir: string,
): Promise<string> {
  const { absWorkingDir = '', outdir = '' } = initialOptions;
  const { metafile } = await esbuild.build({
    ...settings,
    absWorkingDir,
    outdir,
    stdin: { contents: sources.map((each) => `export * from '${each}';`).join('\n'), resolveDir },
    entryNames: 'credential-sources-[hash]',
    splitting: false,
    metafile: true,
  });
  const [path = ''] = Object.keys(metafile.outputs).filter((each) => each.endsWith('.mjs'));
  return basename(path);
}
