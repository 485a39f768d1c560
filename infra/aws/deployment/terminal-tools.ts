import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
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
      // One folder for each round: CDK still reads the first when the second is written.
      const outdir = join(assemblyFolder, facts.voiceConnectorSipRules.length === 0 ? 'first' : 'again');
      await rm(outdir, { recursive: true, force: true });
      await mkdir(outdir, { recursive: true });
      return synthesize({ config, facts, outdir });
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
