import { createHash } from 'node:crypto';
import { CfnResource, Tags, type Stack } from 'aws-cdk-lib';
import type { DeploymentConfig } from './config/deployment-config.ts';

/**
 * Tells one set of numbers and Voice Connectors from another: which number a stack was given is known to CloudFormation alone, and
 * a template that is the same as before is not deployed, whatever the outputs that it reads have become (CloudFormation template
 * reference, Fn::GetStackOutput).
 */
export function numbersMark({
  phoneNumber,
  voiceConnectors,
}: Pick<DeploymentConfig, 'phoneNumber' | 'voiceConnectors'>): string {
  const ids = voiceConnectors.map(({ id }) => id).toSorted();
  return createHash('sha256')
    .update(JSON.stringify([phoneNumber, ids]))
    .digest('hex')
    .slice(0, 8);
}

/** Has a stack deployed again when the numbers change: by a tag, and on SIP rules, which have no tags, by a property that nobody reads. */
export function deployWithNumbers(stack: Stack, mark: string): void {
  Tags.of(stack).add('numbers', mark);
  for (const each of stack.node.findAll())
    if (CfnResource.isCfnResource(each) && each.cfnResourceType === 'Custom::SipRule')
      each.addPropertyOverride('Numbers', mark);
}
