import { spawn } from 'node:child_process';

/** Ends the processes entrusted to it when this process is gone, however it went. */
export interface Reaper {
  add(pid: number): void;
  remove(pid: number): void;
  close(): Promise<void>;
}

/**
 * Reads `add <pid>` and `remove <pid>`; when its input ends it kills what is left. Ctrl+C reaches it too, and must not stop it early.
 */
const script = `
trap '' INT TERM HUP
pids=
while read -r order pid; do
  if [ "$order" = add ]; then pids="$pids $pid"; continue; fi
  left=
  for each in $pids; do [ "$each" = "$pid" ] || left="$left $each"; done
  pids=$left
done
[ -z "$pids" ] || kill -KILL $pids`;

/**
 * A frozen process cannot notice that its host has died, and a host killed by SIGKILL cannot tell it. So a shell waits at the
 * other end of a pipe, which the kernel closes in every case. On Windows nothing is frozen, each environment notices by itself
 * that its Runtime API is gone, and the reaper does nothing.
 */
export function startReaper(): Reaper {
  if (process.platform === 'win32') {
    return { add: () => undefined, remove: () => undefined, close: async () => undefined };
  }
  const shell = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], env: {} });
  // Neither the shell nor its pipe may keep this process alive.
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  // Without a shell, close() still ends every environment; only an unclean end of this process would leave some behind.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  const exited = new Promise<void>((resolve) => {
    shell.on('exit', () => resolve());
    shell.on('error', () => resolve());
  });
  return {
    add: (pid) => void shell.stdin.write(`add ${pid}\n`),
    remove: (pid) => void shell.stdin.write(`remove ${pid}\n`),
    async close() {
      shell.ref();
      shell.stdin.end();
      await exited;
    },
  };
}
