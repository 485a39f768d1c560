import type { DeploymentArguments } from './arguments.ts';
import { mayBegin, mayBeginByName } from './may-begin.ts';
import { prepare, readFacts, type Prepared } from './prepare.ts';
import { retainedResources } from './retained-resources.ts';
import { regionOfStack } from './stack-region.ts';
import type { DeploymentTools } from './tools.ts';
import { whatStays } from './what-stays.ts';

/**
 * Takes everything down, in the reverse of the order it was set up in, and says what stays and costs something. One of prod has to be
 * named: then it is protected from that no longer.
 * @returns the exit code: 0, 1 when something failed, 2 when it could not begin.
 */
export async function destroy(wish: DeploymentArguments, tools: DeploymentTools): Promise<number> {
  const { runCdk, tell } = tools;
  const prepared = await prepare(wish.configFile, tools);
  if (prepared.kind === 'refused') {
    for (const problem of prepared.problems) tell(problem);
    return 2;
  }
  const { config, names } = prepared;
  if (wish.name !== undefined && wish.name !== names.prefix) {
    tell(`--name says ${wish.name}, ${wish.configFile} is for ${names.prefix}; give the file of the one that you mean`);
    return 2;
  }
  const synthesis = await tools.synthesize(config, await readFacts(prepared));
  if (synthesis.kind === 'refused') {
    for (const problem of synthesis.problems) tell(problem);
    return 2;
  }
  const retained = await retainedResources(synthesis.folder);
  for (const line of whatStays(retained, names)) tell(line);
  if (wish.plan) return 0;
  if (!(await isWanted(wish, prepared, tools))) return 2;
  if (config.environment === 'prod') await unprotect(synthesis.stacks, prepared, tools);
  if ((await runCdk(['destroy', '--app', synthesis.folder, '--all', '--force'])) === 0) {
    tell(
      `All stacks are gone${retained.length === 0 ? '' : '; what is listed above is still there'}. What CDK bootstrap set up is left for others.`,
    );
    return 0;
  }
  tell(
    `Some stacks are left. Mend what is said above and run it again: npm run destroy -- --config ${wish.configFile}`,
  );
  return 1;
}

async function isWanted(
  wish: DeploymentArguments,
  { config, names: { prefix } }: Prepared,
  tools: DeploymentTools,
): Promise<boolean> {
  const { primary, standby } = config.regions;
  const number = 'areaCode' in config.phoneNumber ? ' Its number is given back.' : '';
  const question = `Take ${prefix} down in ${primary} and ${standby}?${number}`;
  return config.environment === 'prod'
    ? mayBeginByName(question, prefix, wish, tools)
    : mayBegin(question, wish, tools);
}

/** Stacks of prod cannot be deleted before (AWS CloudFormation user guide, protect stacks from being deleted). `npm run deploy` protects those that are left. */
async function unprotect(
  stacks: readonly string[],
  { account, config }: Prepared,
  { tell }: DeploymentTools,
): Promise<void> {
  for (const stack of stacks) await account.liftTerminationProtection(stack, regionOfStack(stack, config.regions));
  tell('The stacks are protected from deletion no longer; npm run deploy would protect those again that are left.');
}
