import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { startConsoleWeb, type ConsoleWeb } from '../web/console-web.ts';

const builder = fileURLToPath(new URL('../../web.ts', import.meta.url));
const buildTimeoutMs = 180_000;
/** Where people look for it. */
const usualPort = 8400;

/**
 * Builds the console's web application in a process of its own, so that calls are not kept waiting.
 * @returns the folder. Rejects with what the bundler said.
 */
export function builtConsole(): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [builder], { timeout: buildTimeoutMs }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.trim());
      else reject(new Error(`the console was not built:\n${stdout}${stderr}`, { cause: error }));
    });
  });
}

/** Serves the console on this port; on 8400, or a free one where that is taken, when none was asked for. Rejects when the port cannot be had. */
export async function serveConsole(
  cloud: LocalCloud,
  directory: string,
  { port, clock }: { readonly port: number | undefined; readonly clock: Clock },
): Promise<ConsoleWeb> {
  try {
    return await startConsoleWeb({ cloud, directory, port: port ?? usualPort, clock });
  } catch (error) {
    if (port !== undefined || !isTaken(error)) throw error;
    return startConsoleWeb({ cloud, directory, clock });
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
