import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { problemLine } from '../config/problem.ts';
import { readDeploymentConfig } from '../config/read-deployment-config.ts';
import { synthesize } from '../synthesize.ts';
import { runCdk } from './cdk.ts';
import { sdkAccount } from './sdk-account.ts';
import type { DeploymentTools } from './tools.ts';

/** Where the assembly is written that the last deployment was made of. */
const assemblyFolder = fileURLToPath(new URL('../../../dist/deployment/', import.meta.url));

/** AWS, CDK and the terminal, for `npm run deploy` and `npm run destroy`. */
export function terminalTools(): DeploymentTools {
  // npm runs scripts in the folder of the package, and says where the user stands.
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  return {
    async readConfig(file) {
      const reading = await readDeploymentConfig(resolve(folder, file), { refuseExamples: true });
      return reading.kind === 'read'
        ? reading
        : { kind: 'refused', problems: reading.problems.map((problem) => problemLine(file, problem)) };
    },
    openAccount: (region) => sdkAccount({ region }),
    async synthesize(config, facts) {
      // CDK has ended with one round when the next is written.
      await rm(assemblyFolder, { recursive: true, force: true });
      await mkdir(assemblyFolder, { recursive: true });
      return synthesize({ config, facts, outdir: assemblyFolder });
    },
    runCdk,
    ask: process.stdin.isTTY ? askInTerminal : undefined,
    tell: (line) => void process.stdout.write(`${line}\n`),
  };
}

async function askInTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`${question} `)).trim();
  } finally {
    terminal.close();
  }
}
