import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface PublishOptions {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

const cli = fileURLToPath(new URL('../../../console/cli/routes.ts', import.meta.url));
const timeoutMs = 30_000;

/** Publishes a routing table file with the operator's own command. Rejects with what the command said. */
export function publishRoutingTable({ file, environment }: PublishOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [cli, 'publish', file, '--because', 'start of the local cloud', '--by', 'local-cloud'],
      { env: { PATH: process.env['PATH'], ...environment }, timeout: timeoutMs },
      (error, stdout, stderr) =>
        error === null
          ? resolve()
          : reject(new Error(`the routing table was not published:\n${stdout}${stderr}`, { cause: error })),
    );
  });
}
