import type { DeploymentConfig, DeploymentFacts } from '../config/deployment-config.ts';
import type { Synthesis } from '../synthesize.ts';
import type { DeploymentArguments } from './arguments.ts';
import { bootstrap } from './bootstrap.ts';
import { freeFailedCreations } from './failed-creations.ts';
import { mayBegin } from './may-begin.ts';
import { nextSteps } from './next-steps.ts';
import { prepare, readFacts, type Prepared } from './prepare.ts';
import { replacements } from './replacements.ts';
import type { DeploymentTools } from './tools.ts';

/**
 * Sets everything up, or brings it up to date. The functions are told ids that CloudFormation gives in the same deployment, of rules
 * that need the functions first: where those are new, the stacks with the functions are deployed a second time.
 * @returns the exit code: 0, 1 when something failed, 2 when it could not begin.
 */
export async function deploy(wish: DeploymentArguments, tools: DeploymentTools): Promise<number> {
  const { runCdk, tell } = tools;
  const prepared = await prepare(wish.configFile, tools);
  if (prepared.kind === 'refused') return refuse(prepared.problems, tools);
  const { config, names } = prepared;
  const known = await readFacts(prepared);
  const synthesis = await assembly(prepared, known, tools);
  if (synthesis === undefined) return 2;
  const { folder, stacks } = synthesis;
  for (const line of await replacements(prepared)) tell(line);
  // By templates: a change set would have to be made, and its template put into a bucket that may not be there yet.
  if (wish.plan) return runCdk(['diff', '--app', folder, '--method', 'template']);

  const { primary, standby } = config.regions;
  if (!(await mayBegin(`Deploy ${names.prefix} in ${primary} and ${standby}?`, wish, tools))) return 2;
  if (!(await bootstrap(prepared, tools))) return 1;
  await freeFailedCreations(stacks, prepared, tools);
  if ((await runCdk(deployment(folder, ['--all']))) !== 0) return failed(wish, prepared, tools);

  const found = await readFacts(prepared);
  if (isDifferent(known, found)) {
    tell('Second round: the functions are told which SIP rules are of our own Voice Connectors.');
    const again = await assembly(prepared, found, tools);
    const calls = [primary, standby].map((region) => names.stack('Calls', region));
    if (again === undefined || (await runCdk(deployment(again.folder, ['--exclusively', ...calls]))) !== 0)
      return failed(wish, prepared, tools);
  }
  for (const line of await nextSteps(prepared, wish.configFile)) tell(line);
  return 0;
}

function deployment(folder: string, what: readonly string[]): string[] {
  return ['deploy', '--app', folder, ...what, '--require-approval', 'never', '--progress', 'events'];
}

async function assembly(
  { config }: Prepared,
  facts: DeploymentFacts,
  tools: DeploymentTools,
): Promise<Extract<Synthesis, { kind: 'synthesized' }> | undefined> {
  const synthesis = await tools.synthesize(config, facts);
  if (synthesis.kind === 'synthesized') return synthesis;
  refuse(synthesis.problems, tools);
  return undefined;
}

function refuse(problems: readonly string[], { tell }: DeploymentTools): number {
  for (const problem of problems) tell(problem);
  return 2;
}

function failed({ configFile }: DeploymentArguments, { config }: Prepared, { tell }: DeploymentTools): number {
  tell(
    'The deployment stopped. CloudFormation has put the stack that failed back to where it was; the stacks before it stand.',
  );
  tell(
    `If "UnreservedConcurrentExecution" stands above: the account lets too few functions run at once. Ask for ${concurrencyNeeded(config)} in both Regions (Service Quotas, AWS Lambda, Concurrent executions), or lower "concurrency".`,
  );
  tell(`Mend what is said above and run it again: npm run deploy -- --config ${configFile}`);
  return 1;
}

/** What functions reserve in a Region at most, with some to spare, and the 100 that Lambda keeps unreserved (Lambda developer guide, reserved concurrency). */
function concurrencyNeeded({ concurrency: { skill, sma, console, routing } }: DeploymentConfig): number {
  const ofSmallFunctions = 20;
  return skill + sma + console + routing + ofSmallFunctions + 100;
}

function isDifferent(before: DeploymentFacts, after: DeploymentFacts): boolean {
  const sorted = ({ voiceConnectorSipRules }: DeploymentFacts): string => voiceConnectorSipRules.toSorted().join(',');
  return sorted(before) !== sorted(after);
}
