import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';

/**
 * Of the CDK's function that empties the stack's buckets before they go: left to itself it logs into a group that stays for ever.
 * Comes after the first bucket that is emptied.
 */
export function logOfEmptying(
  scope: Construct,
  options: { readonly config: Pick<DeploymentConfig, 'logs'>; readonly key: IKey },
): void {
  const provider = Stack.of(scope).node.findChild('Custom::S3AutoDeleteObjectsCustomResourceProvider');
  const handler = provider.node.findChild('Handler');
  if (!CfnResource.isCfnResource(handler)) throw new Error(`${handler.node.path} is no function any more`);
  const { logGroupName } = encryptedLogGroup(scope, 'EmptyingLogs', options);
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logGroupName });
}
