import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A repository of a test's own, in a folder that goes with it. */
export class BundleFixture {
  rootDir = '';

  async start(): Promise<void> {
    this.rootDir = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  }

  async end(): Promise<void> {
    await rm(this.rootDir, { recursive: true, force: true });
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.rootDir, path)), { recursive: true });
    await writeFile(join(this.rootDir, path), text);
  }

  /** What the handler of a bundle answers, in a process of its own, which has these variables and no others. */
  async run(env: Record<string, string> = {}, directory = join(this.rootDir, 'dist/functions/a')): Promise<unknown> {
    const script = `const { handler } = await import(${JSON.stringify(join(directory, 'index.mjs'))}); process.stdout.write(JSON.stringify(await handler({ text: 'x' })));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
    return JSON.parse(stdout);
  }
}
