import type { DeploymentArguments } from './arguments.ts';
import { mayBegin } from './may-begin.ts';
import { prepare, readFacts } from './prepare.ts';
import { retainedResources } from './retained-resources.ts';
import type { DeploymentTools } from './tools.ts';

/**
 * Takes everything down, in the reverse of the order it was set up in, and says what stays and costs something.
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
  const synthesis = await tools.synthesize(config, await readFacts(prepared));
  if (synthesis.kind === 'refused') {
    for (const problem of synthesis.problems) tell(problem);
    return 2;
  }
  const retained = await retainedResources(synthesis.folder);
  tell(
    retained.length === 0 ? 'Nothing stays.' : 'These stay, and cost what they hold, until you delete them yourself:',
  );
  for (const { logicalId, stack, type } of retained) tell(`  ${type}  ${logicalId} of ${stack}`);
  if (wish.plan) return 0;
  const { primary, standby } = config.regions;
  if (
    !(await mayBegin(`Take ${names.prefix} down in ${primary} and ${standby}? Its number is given back.`, wish, tools))
  )
    return 2;
  if ((await runCdk(['destroy', '--app', synthesis.folder, '--all', '--force'])) === 0) {
    tell(
      'All stacks are gone. KMS keys are deleted after their waiting period; what CDK bootstrap set up is left for others.',
    );
    return 0;
  }
  tell(
    `Some stacks are left. Mend what is said above and run it again: npm run destroy -- --config ${wish.configFile}`,
  );
  return 1;
}
