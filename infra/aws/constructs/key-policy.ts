import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * Who may use the key in this Region. The account decides by the policies of its roles, which is how the functions come to it (AWS KMS
 * developer guide, default key policy); services that act by themselves are named: they have no role.
 */
export function keyPolicy(scope: Construct): iam.PolicyDocument {
  const { region, account, partition } = Stack.of(scope);
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'RolesOfTheAccount',
        principals: [new iam.AccountRootPrincipal()],
        actions: ['kms:*'],
        // In a key's policy: this key.
        resources: ['*'],
      }),
      // Amazon CloudWatch Logs user guide, encrypt log data using AWS KMS.
      new iam.PolicyStatement({
        sid: 'LogGroups',
        principals: [new iam.ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
      // Amazon SNS developer guide, key management: an alarm publishes to a topic that is encrypted with this key.
      new iam.PolicyStatement({
        sid: 'Alarms',
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    ],
  });
}
