import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';

const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));

/** Where the web application lies once it is built: static files, whose names have a hash of their content, and index.html. */
export const webDirectory = join(repositoryRoot, 'dist/console');

/** The words of react-aria's own widgets, in thirty languages: the console speaks English. */
const otherLanguages = /\/react-(?:aria|stately|aria-components)\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
const englishOnly: Plugin = {
  name: 'english-only',
  enforce: 'pre',
  load: (id) => (otherLanguages.test(id) ? 'export default {};' : undefined),
};

/**
 * zod looks whether it may compile schemas with `new Function` when the first is made; the content security policy forbids it, and
 * browsers report the attempt. Told so before, it does not look (zod, `z.config({ jitless: true })`).
 */
const zodWithoutEval: Plugin = {
  name: 'zod-without-eval',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/zod/v4/core/core.js') ? `(globalThis.__zod_globalConfig ??= {}).jitless = true;\n${code}` : undefined,
};

function settings(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(repositoryRoot, 'console/web'),
    logLevel: 'error',
    plugins: [englishOnly, zodWithoutEval],
    worker: { format: 'es', plugins: () => [zodWithoutEval] },
    // The parser's usual build is for Node, and fast there; a browser has no Buffer, and takes the one that brings its own.
    resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      sourcemap: true,
      manifest: 'manifest.json',
      // Everything is a file: the content security policy takes no data: URLs but for pictures.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
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
