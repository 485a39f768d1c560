import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Reaper } from './reaper.ts';

/** The operating system's side of an execution environment: one Node process that can be frozen. */
export interface SandboxProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Stops the process where it is; not on Windows, where work that is not awaited runs on. */
  freeze(): void;
  thaw(): void;
  /** Ends the process at once, frozen or not. */
  kill(): void;
  /** Fulfils when the process is gone. */
  readonly exited: Promise<{ readonly exitCode: number | null; readonly signal: string | null }>;
}

const bootstrap = fileURLToPath(new URL('./runtime/bootstrap.mjs', import.meta.url));
const canFreeze = process.platform !== 'win32';

/** Starts the bootstrap with exactly these variables, in the bundle's directory, under this very Node. */
export function startSandboxProcess(options: {
  readonly directory: string;
  readonly environment: Record<string, string>;
  readonly reaper: Reaper;
}): SandboxProcess {
  const { directory, environment, reaper } = options;
  const child = spawn(process.execPath, [bootstrap], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid !== undefined) reaper.add(pid);
  const exited = new Promise<{ exitCode: number | null; signal: string | null }>((resolve) => {
    child.on('exit', (exitCode, signal) => {
      if (pid !== undefined) reaper.remove(pid);
      resolve({ exitCode, signal: signal === 'SIGKILL' ? 'killed' : signal });
    });
    // It never started: no such directory, or no process to be had.
    child.on('error', () => resolve({ exitCode: null, signal: null }));
  });
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    freeze: () => void (canFreeze && child.kill('SIGSTOP')),
    thaw: () => void (canFreeze && child.kill('SIGCONT')),
    kill: () => void child.kill('SIGKILL'),
    exited,
  };
}
