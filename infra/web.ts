import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { libraryAliases, libraryPlugins, workerPlugins } from './web-libraries.ts';

const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));

/** Where the web application lies once it is built: static files, whose names have a hash of their content, and index.html. */
export const webDirectory = join(repositoryRoot, 'dist/console');

function settings(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(repositoryRoot, 'console/web'),
    logLevel: 'error',
    plugins: libraryPlugins,
    worker: { format: 'es', plugins: workerPlugins },
    resolve: { alias: libraryAliases },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      sourcemap: true,
      manifest: 'manifest.json',
      // Everything is a file: the content security policy takes no data: URLs but for pictures.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      // What every page needs is one file: two dozen would compress worse, and be asked for one after another.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'console', tags: ['$initial'] }] } } },
    },
  };
}

/**
 * Builds the console's web application.
 * @param outDir default: `dist/console`.
 * @returns the directory. Rejects with the bundler's error, which names file and line.
 */
export async function buildWeb(outDir: string = webDirectory): Promise<string> {
  // Whatever whoever builds is: under "test" react-aria measures nothing, and lists stay empty.
  const { NODE_ENV: before } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await build(settings(resolve(outDir)));
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  return resolve(outDir);
}

async function main(): Promise<void> {
  const directory = await buildWeb();
  console.log(directory);
}

// Not import.meta.main: the earliest Node 24 releases do not have it.
if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
