import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseOptions } from '../../command-line/parse-options.ts';
import { problemLine } from '../config/problem.ts';
import { readDeploymentConfig } from '../config/read-deployment-config.ts';
import { synthesize } from '../synthesize.ts';
import type { Terminal } from './terminal.ts';

interface TimedTerminal extends Terminal {
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

const options = {
  output: { type: 'string', short: 'o' },
  config: { type: 'string', short: 'c' },
  help: { type: 'boolean', short: 'h' },
} as const;

const exampleConfig = fileURLToPath(new URL('../deploy.example.yaml', import.meta.url));

const usage = `npm run synth -- -o <folder> [--config <file>]

  -o, --output <folder>   receives templates and the functions' code: what the CDK deploys (cdk deploy --app <folder>)
  -c, --config <file>     what is to be deployed (default: the example, infra/aws/deploy.example.yaml)
  -h, --help              this text

Needs no network and no credentials. Findings of cdk-nag and of the CDK's rules end it with exit code 1.`;

/** Writes every stack's template. Exit code 0 when they may be deployed, 1 when not, 2 for a command line that cannot be read. */
export async function runSynth(line: readonly string[], { out, err, folder, now }: TimedTerminal): Promise<number> {
  const parsed = parseOptions(options, line);
  if (typeof parsed === 'string') {
    err(`${parsed}; npm run synth -- --help tells what there is`);
    return 2;
  }
  if (parsed.help === true) {
    out(usage);
    return 0;
  }
  if (parsed.output === undefined) {
    err('-o <folder> is missing: where are the templates to go?');
    return 2;
  }
  const began = now();
  const outdir = resolve(folder, parsed.output);
  const file = parsed.config ?? exampleConfig;
  const reading = await readDeploymentConfig(resolve(folder, file));
  if (reading.kind === 'refused') {
    for (const problem of reading.problems) err(problemLine(file, problem));
    return 1;
  }
  const synthesis = await synthesize({ config: reading.config, facts: { voiceConnectorSipRules: [] }, outdir });
  if (synthesis.kind === 'refused') {
    for (const problem of synthesis.problems) err(problem);
    return 1;
  }
  for (const stack of synthesis.stacks) out(stack);
  out(`${synthesis.stacks.length} stacks in ${synthesis.folder}, in ${((now() - began) / 1000).toFixed(1)} s`);
  return 0;
}

// Not import.meta.main: the earliest Node 24 releases do not have it.
if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await runSynth(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    // npm runs scripts in the folder of the package, and says where the user stands.
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    now: () => performance.now(),
  }).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  });
