import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemLine } from '../config/problem.ts';
import { readDeploymentConfig } from '../config/read-deployment-config.ts';
import { costUsage, readCostArguments } from '../cost/arguments.ts';
import { costText } from '../cost/cost-text.ts';
import { monthlyCost, type CostQuestion } from '../cost/monthly-cost.ts';
import type { Terminal } from './terminal.ts';

/** What a month costs. Exit code 0 for an answer; 2 for a command line, or a config, that cannot be read. */
export async function runCost(line: readonly string[], { out, err, folder }: Terminal): Promise<number> {
  const reading = readCostArguments(line);
  if (reading.kind === 'wrong') {
    err(reading.problem);
    return 2;
  }
  if (reading.kind === 'help') {
    out(costUsage);
    return 0;
  }
  const { config: file, json, ...asked } = reading.wishes;
  const deployment = file === undefined ? undefined : await readDeploymentConfig(resolve(folder, file));
  if (file !== undefined && deployment?.kind === 'refused') {
    for (const problem of deployment.problems) err(problemLine(file, problem));
    return 2;
  }
  const question: CostQuestion = { ...asked, config: deployment?.kind === 'read' ? deployment.config : undefined };
  const cost = monthlyCost(question);
  out(json ? JSON.stringify({ ...asked, currency: 'USD', ...cost }) : costText(cost, question));
  return 0;
}

// Not import.meta.main: the earliest Node 24 releases do not have it.
if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await runCost(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    // npm runs scripts in the folder of the package, and says where the user stands.
    folder: process.env['INIT_CWD'] ?? process.cwd(),
  });
