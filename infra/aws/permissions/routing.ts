import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { callRecordsTable } from '../../../shared/contracts/tables.ts';
import type { Names } from '../names.ts';
import type { Arns } from './arns.ts';
import { allow, decryptTables } from './statements.ts';

export interface RoutingPermissions {
  readonly arns: Arns;
  readonly names: Names;
  readonly key: IKey;
  readonly region: string;
}

const byTime: keyof (typeof callRecordsTable)['indexes'] = 'byTime';

/** What the function for tables and figures does: publishes routing tables, keeps drafts and who changed what, reads call records. */
export function routingPermissions({ arns, names, key, region }: RoutingPermissions): readonly PolicyStatement[] {
  return [
    // What is published stays: nothing of it is ever deleted.
    allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      [arns.table(names.routingTablesTable)],
    ),
    allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:Query'],
      [arns.table(names.consoleTable)],
    ),
    allow(['dynamodb:Query'], [arns.table(names.callRecordsTable), arns.index(names.callRecordsTable, byTime)]),
    decryptTables(arns, key, region),
  ];
}
