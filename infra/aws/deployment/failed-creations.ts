import type { Prepared } from './prepare.ts';
import { regionOfStack } from './stack-region.ts';
import type { DeploymentTools } from './tools.ts';

/** A stack whose creation failed is of no use: CDK deletes it and makes it anew. */
const failed = ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'];

/**
 * Lets CDK delete what never came to be. Stacks of prod are protected before their first resource is made, and CDK does not lift that:
 * without this the deployment after one that failed could not begin (as in aws-samples/aws-secure-environment-accelerator, pull request 253).
 */
export async function freeFailedCreations(
  stacks: readonly string[],
  { account, config }: Prepared,
  { tell }: Pick<DeploymentTools, 'tell'>,
): Promise<void> {
  if (config.environment !== 'prod') return;
  for (const stack of stacks) {
    const region = regionOfStack(stack, config.regions);
    if (!failed.includes((await account.statusOf(stack, region)) ?? '')) continue;
    tell(`${stack} could not be made the last time: it is deleted, and made anew.`);
    await account.liftTerminationProtection(stack, region);
  }
}
