import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { within } from './within.ts';

/** A program that runs beside the tests. */
export interface Program {
  /** What it has written so far, to stdout and stderr. */
  readonly output: string;
  /** Resolves when its output matches; rejects with the output when it ends before, or after that many milliseconds. */
  says(pattern: RegExp, milliseconds: number): Promise<void>;
  /** Resolves when it has ended: its exit code, or null after a signal. Rejects when it could not be started. */
  readonly ended: Promise<number | null>;
  /** Ends it, politely first. */
  close(): Promise<void>;
}

/** How long a program may take to end after SIGTERM, in milliseconds. */
const politeMs = 2000;

export function startProgram(command: string, args: readonly string[], folder: string): Program {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  // 'close' comes after the last output; 'exit' may come before.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  ended.catch(() => undefined);

  const says = async (pattern: RegExp, milliseconds: number): Promise<void> => {
    const said = Promise.withResolvers<void>();
    const look = (): void => {
      if (pattern.test(output)) said.resolve();
    };
    listeners.add(look);
    look();
    const over = ended.then((code) => {
      throw new Error(`${command} ended with ${code} before it said ${pattern}`);
    });
    try {
      await within(milliseconds, `${command} says ${pattern}`, Promise.race([said.promise, over]));
    } catch (cause) {
      throw new Error(`${String(cause)}\n${output}`, { cause });
    } finally {
      listeners.delete(look);
    }
  };

  return {
    get output() {
      return output;
    },
    says,
    ended,
    async close() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const force = systemTimers.after(politeMs, () => child.kill('SIGKILL'));
      await ended.catch(() => undefined);
      force.cancel();
    },
  };
}
