import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Names } from '../names.ts';
import type { Arns } from './arns.ts';
import { allow, readSecrets } from './statements.ts';

export interface MeetingEventsPermissions {
  readonly arns: Arns;
  readonly names: Names;
  readonly key: IKey;
  readonly region: string;
  /** Whose calls it tells of advisers who come and go. */
  readonly sipMediaApplicationArn: string;
}

/** What the function behind meetings does: tells the call. */
export function meetingEventsPermissions(options: MeetingEventsPermissions): readonly PolicyStatement[] {
  const { arns, names, key, region, sipMediaApplicationArn } = options;
  const decrypt = allow(['kms:Decrypt'], [arns.key(key)]);
  decrypt.addCondition('StringEquals', { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` });
  return [
    readSecrets(arns, [names.callCommandSecret]),
    decrypt,
    allow(['chime:UpdateSipMediaApplicationCall'], [sipMediaApplicationArn]),
  ];
}
