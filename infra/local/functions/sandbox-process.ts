import { spawn } from 'node:child_process';
import { PassThrough, type Duplex, type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Reaper } from './reaper.ts';

/** The operating system's side of an execution environment: one Node process that can be frozen. */
export interface SandboxProcess {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Where it takes events and answers them. */
  readonly channel: Duplex;
  /** Stops the process where it is, other threads included; not on Windows. */
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
  /** See LocalFunction. */
  readonly file: string | undefined;
  /** Whether the runtime is to report the files it loads. Default: false. */
  readonly tellsFiles?: boolean;
  readonly environment: Record<string, string>;
  readonly reaper: Reaper;
  /** Default: Node's. */
  readonly start?: typeof spawn;
}): SandboxProcess {
  try {
    return startChild(options);
  } catch {
    // Such as variables that are too long: the system has refused it.
    return neverStarted();
  }
}

function startChild(options: Parameters<typeof startSandboxProcess>[0]): SandboxProcess {
  const { directory, file = '', tellsFiles = false, environment, reaper, start = spawn } = options;
  const child = start(process.execPath, [bootstrap, file, ...(tellsFiles ? ['tell-files'] : [])], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C in a terminal is for the host, which still has events to tell.
    detached: canFreeze,
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
  // No pipe could be had: too many files are open.
  if ((child.stdio as unknown) === undefined) return { ...neverStarted(), exited };
  // The types of spawn know three streams only, and not what four options make of them.
  const [, stdout, stderr, channel] = child.stdio as unknown as [null, Readable, Readable, Duplex];
  // Without a process of its own a signal might go anywhere.
  const signal = (name: NodeJS.Signals): void => void (pid !== undefined && child.kill(name));
  return {
    stdout,
    stderr,
    channel,
    freeze: () => {
      if (canFreeze) signal('SIGSTOP');
    },
    thaw: () => {
      if (canFreeze) signal('SIGCONT');
    },
    kill: () => signal('SIGKILL'),
    exited,
  };
}

/** Stands for a process that the system did not give: it has ended before it said anything. */
function neverStarted(): SandboxProcess {
  const nothing = (): PassThrough => new PassThrough().end();
  return {
    stdout: nothing(),
    stderr: nothing(),
    channel: nothing(),
    freeze: () => undefined,
    thaw: () => undefined,
    kill: () => undefined,
    exited: Promise.resolve({ exitCode: null, signal: null }),
  };
}
