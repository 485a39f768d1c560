import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { callContextsTable } from '../../../shared/contracts/tables.ts';
import type { Names } from '../names.ts';
import type { Arns } from './arns.ts';
import { allow, decrypt, readSecrets } from './statements.ts';

export interface SmaPermissions {
  readonly arns: Arns;
  readonly names: Names;
  readonly key: IKey;
  readonly region: string;
  /** The other Regions: a context is claimed where it was made. */
  readonly others: readonly string[];
}

const byPhoneNumber: keyof (typeof callContextsTable)['indexes'] = 'byPhoneNumber';

/** What the function on the calls does: claims contexts, reads routing tables, writes records, opens meetings, invites advisers. */
export function smaPermissions({ arns, names, key, region, others }: SmaPermissions): readonly PolicyStatement[] {
  return [
    // Claims, and asks why one failed; reads who was told.
    allow(
      ['dynamodb:UpdateItem', 'dynamodb:GetItem'],
      [region, ...others].map((each) => arns.table(names.callContextsTable, each)),
    ),
    allow(['dynamodb:Query'], [arns.index(names.callContextsTable, byPhoneNumber)]),
    allow(['dynamodb:GetItem', 'dynamodb:Query'], [arns.table(names.routingTablesTable)]),
    allow(['dynamodb:PutItem'], [arns.table(names.callRecordsTable)]),
    readSecrets(arns, [names.contextSigningSecret, names.callCommandSecret, names.lookUpSigningSecret]),
    decrypt(arns, key, { region, others }),
    // The one action that knows no resource: the meeting is not there yet (Amazon Chime, service authorization reference).
    allow(['chime:CreateMeetingWithAttendees'], ['*']),
    allow(['chime:ListAttendees', 'chime:DeleteAttendee', 'chime:DeleteMeeting'], [arns.meetings()]),
    allow(['events:PutEvents'], [arns.eventBus(names.adviserBus)]),
  ];
}
