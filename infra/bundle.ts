import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { builtinModulesAsNeeded } from './bundle-builtins.ts';
import { credentialSourcesAside } from './bundle-credentials.ts';
import { deployedFunctions, type DeployedFunction } from './functions.ts';

/** A function as Lambda takes it: a directory with index.mjs, the chunks it imports when they are needed, and source maps. */
export interface Bundle {
  readonly name: string;
  /** Absolute path of the directory. */
  readonly directory: string;
  /** Size of all code in it, without source maps. */
  readonly bytes: number;
  /** Of these, what each cold start reads: index.mjs and what it imports at once. */
  readonly coldBytes: number;
}

export interface BundleOptions {
  /** What to bundle. Default: every deployed function. */
  readonly functions?: readonly Pick<DeployedFunction, 'name' | 'entry'>[];
  /** Where entries are looked up. Default: the root of this repository. */
  readonly rootDir?: string;
  /** Receives one directory for each function. Default: dist/functions under `rootDir`. */
  readonly outDir?: string;
  /**
   * How long chunks of earlier builds stay, in milliseconds, since a function that started with them may still ask for one.
   * Default: 10 minutes. 0 leaves nothing but this build.
   */
  readonly keepEarlierMs?: number;
}

const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));
const defaultKeepEarlierMs = 10 * 60 * 1000;

const plugins = [builtinModulesAsNeeded];
/** Of a chunk or a module aside, and of its map. */
const nameWithHash = /^[a-z-]+-[A-Z\d]{8}\.mjs(?:\.map)?$/;

/**
 * How long the functions take to import, beside the same entries bundled with esbuild's defaults (`npm run bench:lambda`): minified
 * ES modules, with main field `module` before `main`, 0.8; with Node's modules as needed, 0.68; split, so that clients of services
 * that few calls ask are not read, 0.6; with sources of credentials aside, 0.57, and less where the processor is busy: three files
 * are read in place of twelve. Node's compile cache is left alone: it is good for one build of Node and one user id, and AWS
 * changes the former at will.
 */
const settings: BuildOptions = {
  bundle: true,
  minify: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  // With a hash of their content: a chunk that has the name of another is the same.
  chunkNames: 'chunk-[hash]',
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
};

/**
 * Bundles functions, each into `<outDir>/<name>/index.mjs` and chunks beside it.
 * Files are built aside and renamed into place one by one, index.mjs last, so that another process that loads or builds the same
 * bundle meets a whole one, old or new, at every moment.
 * @throws Error naming the function and its entry when an entry is missing or does not compile; nothing is replaced then.
 */
export async function bundleFunctions(options: BundleOptions = {}): Promise<Bundle[]> {
  const rootDir = resolve(options.rootDir ?? repositoryRoot);
  const outDir = resolve(rootDir, options.outDir ?? 'dist/functions');
  const keepEarlierMs = options.keepEarlierMs ?? defaultKeepEarlierMs;
  await mkdir(outDir, { recursive: true });
  const functions = await Promise.all(
    // As deep as the place it will have, so that source maps name the same files there.
    (options.functions ?? deployedFunctions).map(async (each) => ({
      ...each,
      aside: await mkdtemp(join(outDir, '.building-')),
    })),
  );
  try {
    // All settled, not all: a build still under way would write into a directory while it is removed.
    const builds = await Promise.allSettled(functions.map(async (each) => buildOne(each, rootDir)));
    const built = builds.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    return await Promise.all(
      built.map(async ({ name, aside, ...sizes }) => {
        const directory = join(outDir, name);
        await moveIntoPlace(aside, directory, keepEarlierMs);
        return { name, directory, ...sizes };
      }),
    );
  } finally {
    await Promise.all(functions.map(async ({ aside }) => rm(aside, { recursive: true, force: true })));
  }
}

type Building = Pick<DeployedFunction, 'name' | 'entry'> & { readonly aside: string };
type Built = Omit<Building, 'entry'> & Pick<Bundle, 'bytes' | 'coldBytes'>;

async function buildOne({ name, entry, aside }: Building, rootDir: string): Promise<Built> {
  const entryPath = resolve(rootDir, entry);
  const found = await stat(entryPath).catch(() => undefined);
  if (!found?.isFile())
    throw new Error(`function ${name}: there is no entry file ${entryPath}; write it, or correct infra/functions.ts`);
  try {
    const { metafile } = await build({
      ...settings,
      plugins: [...plugins, credentialSourcesAside({ ...settings, plugins })],
      absWorkingDir: rootDir,
      entryPoints: { index: entryPath },
      outdir: aside,
      metafile: true,
    });
    return { name, aside, bytes: await bytesIn(aside), coldBytes: coldBytesOf(metafile.outputs) };
  } catch (cause) {
    throw new Error(
      `function ${name}: ${entryPath} does not build: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

async function bytesIn(directory: string): Promise<number> {
  const code = (await readdir(directory)).filter((file) => file.endsWith('.mjs'));
  const sizes = await Promise.all(code.map(async (file) => (await stat(join(directory, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function coldBytesOf(outputs: Metafile['outputs']): number {
  const cold = new Set(Object.keys(outputs).filter((path) => basename(path) === 'index.mjs'));
  let bytes = 0;
  // A set goes on to what is added while it is walked through.
  for (const path of cold) {
    const { bytes: size = 0, imports = [] } = outputs[path] ?? {};
    bytes += size;
    for (const { kind, path: imported } of imports) if (kind === 'import-statement') cold.add(imported);
  }
  return bytes;
}

async function moveIntoPlace(from: string, directory: string, keepEarlierMs: number): Promise<void> {
  await mkdir(directory, { recursive: true });
  const { mtimeMs: builtAt } = await stat(join(from, 'index.mjs'));
  const files = await readdir(from);
  // What is asked for comes before what asks for it: maps, then chunks, then index.mjs.
  const rank = (file: string): number => (file.endsWith('.map') ? 0 : file === 'index.mjs' ? 2 : 1);
  for (const file of files.toSorted((a, b) => rank(a) - rank(b))) await rename(join(from, file), join(directory, file));
  await removeEarlier(directory, new Set(files), builtAt - keepEarlierMs);
}

/** Removes chunks and their maps that are not of this build and were built at a moment or before. */
async function removeEarlier(directory: string, current: ReadonlySet<string>, moment: number): Promise<void> {
  for (const file of await readdir(directory)) {
    if (current.has(file) || !nameWithHash.test(file)) continue;
    const path = join(directory, file);
    // Another build may have removed it just now.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs <= moment) await rm(path, { force: true });
  }
}

async function main(): Promise<void> {
  const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0).padStart(6)} KiB`;
  try {
    // What is deployed is this build and nothing else.
    for (const { name, directory, bytes, coldBytes } of await bundleFunctions({ keepEarlierMs: 0 })) {
      console.log(`${name.padEnd(12)} ${kib(bytes)}, at a cold start ${kib(coldBytes)}  ${directory}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

// Not import.meta.main: the earliest Node 24 releases do not have it.
if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
