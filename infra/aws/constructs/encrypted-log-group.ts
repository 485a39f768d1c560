import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';

export interface EncryptedLogGroupProps {
  /** "/aws/lambda/…". Default: CloudFormation makes one up. */
  readonly name?: string;
  readonly key: IKey;
  readonly config: Pick<DeploymentConfig, 'logs'>;
}

/** A log group that forgets, under the deployment's key. What it holds goes with the deployment. */
export function encryptedLogGroup(
  scope: Construct,
  id: string,
  { name, key, config }: EncryptedLogGroupProps,
): LogGroup {
  return new LogGroup(scope, id, {
    ...(name === undefined ? {} : { logGroupName: name }),
    retention: retentionOf(config.logs.retainDays),
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/** Days as the CDK enumerates them. */
function retentionOf(days: number): RetentionDays {
  const known = Object.values(RetentionDays).find((each) => Number(each) === days);
  if (typeof known !== 'number') throw new Error(`CloudWatch Logs does not keep anything for ${days} days`);
  return known;
}
