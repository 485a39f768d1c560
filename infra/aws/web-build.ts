import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const builder = new URL('../web.ts', import.meta.url);
const mostMs = 120_000;

/**
 * Builds the web application in a process of its own: its bundler is native code, which takes no objects of another context, as tests
 * have them, and its memory goes with it.
 * @param outDir absolute, receives the files and is returned.
 * @throws Error with the bundler's words, which name file and line.
 */
export async function webBuilt(outDir: string): Promise<string> {
  const script = `const { buildWeb } = await import(${JSON.stringify(builder.href)}); await buildWeb(process.argv[1]);`;
  try {
    await run(process.execPath, ['--input-type=module', '--eval', script, outDir], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      timeout: mostMs,
    });
  } catch (error) {
    const { stderr = '' } = error as { readonly stderr?: string };
    throw new Error(`the console's web application does not build: ${stderr.trim()}`, { cause: error });
  }
  return outDir;
}
