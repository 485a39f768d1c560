import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { callContextsTable, callRecordsTable } from '../../../shared/contracts/tables.ts';
import type { Names } from '../names.ts';
import type { Arns } from './arns.ts';
import { allow, decrypt, readSecrets } from './statements.ts';

export interface ConsolePermissions {
  readonly arns: Arns;
  readonly names: Names;
  readonly key: IKey;
  readonly region: string;
  /** The other Regions: a context is looked up, and noted as given out, where it was made. */
  readonly others: readonly string[];
  /** Those whose calls can be commanded: of every Region. */
  readonly sipMediaApplicationArns: readonly string[];
}

/** By the customer and by the number: earlier calls of who calls. */
const ofCaller: readonly (keyof (typeof callContextsTable)['indexes'])[] = ['byOwner', 'byPhoneNumber'];
const byTime: keyof (typeof callRecordsTable)['indexes'] = 'byTime';

/** What the console API does: gives contexts out and notes that it did, reads call records, commands calls, lets advisers into meetings. */
export function consolePermissions(options: ConsolePermissions): readonly PolicyStatement[] {
  const { arns, names, key, region, others, sipMediaApplicationArns } = options;
  const everywhere = [region, ...others];
  return [
    // A context that is given out comes with the update that notes it.
    allow(
      ['dynamodb:UpdateItem', 'dynamodb:GetItem'],
      everywhere.map((each) => arns.table(names.callContextsTable, each)),
    ),
    allow(
      ['dynamodb:Query'],
      everywhere.flatMap((each) => ofCaller.map((index) => arns.index(names.callContextsTable, index, each))),
    ),
    allow(['dynamodb:Query'], [arns.table(names.callRecordsTable), arns.index(names.callRecordsTable, byTime)]),
    // Who looked at what, and changed what: written, and never read here.
    allow(['dynamodb:PutItem'], [arns.table(names.consoleTable)]),
    readSecrets(arns, [names.contextSigningSecret, names.callCommandSecret]),
    decrypt(arns, key, { region, others }),
    allow(['chime:UpdateSipMediaApplicationCall'], sipMediaApplicationArns),
    allow(['chime:GetMeeting', 'chime:CreateAttendee'], [arns.meetings()]),
  ];
}
