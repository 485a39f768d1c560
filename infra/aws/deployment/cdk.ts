import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/** Runs the AWS CDK's command line and shows what it says; resolves with its exit code. */
export type RunCdk = (words: readonly string[]) => Promise<number>;

/** The CDK command line of this very project, under this very Node. */
export const runCdk: RunCdk = async (words) => {
  const path = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  // CDK's time limits are CloudFormation's own; what hangs is ended with Ctrl-C, which goes to it too.
  const child = spawn(process.execPath, [path, ...words], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
};
