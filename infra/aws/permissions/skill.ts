import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { callContextsTable } from '../../../shared/contracts/tables.ts';
import type { Names } from '../names.ts';
import type { Arns } from './arns.ts';
import { allow, decrypt, readSecrets } from './statements.ts';

export interface SkillPermissions {
  readonly arns: Arns;
  readonly names: Names;
  readonly key: IKey;
  readonly region: string;
  /** By which callers are called back. */
  readonly sipMediaApplicationArn: string;
}

/** By the customer, to forget; by the number, to tell how often it has been rung. */
const indexes: readonly (keyof (typeof callContextsTable)['indexes'])[] = ['byOwner', 'byPhoneNumber'];

/** What the skill does: keeps call contexts and forgets those of who leaves it, counts a number's calls, reads reasons, calls back. */
export function skillPermissions(options: SkillPermissions): readonly PolicyStatement[] {
  const { arns, names, key, region, sipMediaApplicationArn } = options;
  return [
    allow(
      ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:GetItem', 'dynamodb:DeleteItem'],
      [arns.table(names.callContextsTable)],
    ),
    allow(
      ['dynamodb:Query'],
      indexes.map((index) => arns.index(names.callContextsTable, index)),
    ),
    allow(['dynamodb:GetItem', 'dynamodb:Query'], [arns.table(names.routingTablesTable)]),
    readSecrets(arns, [names.contextSigningSecret]),
    decrypt(arns, key, { region }),
    allow(['chime:CreateSipMediaApplicationCall'], [sipMediaApplicationArn]),
  ];
}
