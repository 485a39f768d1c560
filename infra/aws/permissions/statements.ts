import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Arns } from './arns.ts';

/** One Allow of some actions on some resources. */
export function allow(actions: readonly string[], resources: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources] });
}

/** Secrets under the deployment's key. */
export function readSecrets(arns: Arns, names: readonly string[]): PolicyStatement {
  return allow(
    ['secretsmanager:GetSecretValue'],
    names.map((name) => arns.secret(name)),
  );
}

/**
 * What tables and secrets are encrypted with, and only by way of them. For whoever reads or writes, DynamoDB decrypts the table's key and
 * does nothing else with ours; what the page lists besides is needed by who gives a table its key, which is CloudFormation (Amazon DynamoDB
 * developer guide, encryption at rest usage notes: monitoring DynamoDB interaction with AWS KMS, and key policy for a customer managed key).
 */
export function decrypt(
  arns: Arns,
  key: IKey,
  { region, others = [] }: { readonly region: string; readonly others?: readonly string[] },
): PolicyStatement {
  return new PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [region, ...others].map((each) => arns.key(key, each)),
    conditions: {
      StringEquals: {
        'kms:ViaService': [
          `secretsmanager.${region}.amazonaws.com`,
          ...[region, ...others].map((each) => `dynamodb.${each}.amazonaws.com`),
        ],
      },
    },
  });
}

/** The same for who reads and writes tables of the own Region, and no secrets. */
export function decryptTables(arns: Arns, key: IKey, region: string): PolicyStatement {
  const statement = allow(['kms:Decrypt'], [arns.key(key)]);
  statement.addCondition('StringEquals', { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` });
  return statement;
}
