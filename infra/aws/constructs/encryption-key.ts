import { Arn, ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { keyPolicy } from './key-policy.ts';

export interface EncryptionKeyProps {
  /** `alias/…`, the same in each Region. */
  readonly alias: string;
  /** Whether the key outlives its stack, with all that it encrypts. */
  readonly retain: boolean;
}

export interface ReplicaKeyProps extends EncryptionKeyProps {
  readonly primaryKeyArn: string;
}

/** How long a deleted key can still be called back: the shortest time that KMS allows (AWS KMS API reference, ScheduleKeyDeletion). */
const pendingWindowDays = 7;
const description = 'Call contexts, routing tables, call records, signing keys, logs and alarms.';

/** The customer-managed key of the primary Region: multi-Region, with new key material every year. */
export class EncryptionKey extends Construct {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, { alias, retain }: EncryptionKeyProps) {
    super(scope, id);
    this.key = new kms.Key(this, 'Key', {
      description,
      multiRegion: true,
      enableKeyRotation: true,
      policy: keyPolicy(this),
      removalPolicy: retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      ...(retain ? {} : { pendingWindow: Duration.days(pendingWindowDays) }),
    });
    nameKey(this, alias, this.key.keyId);
  }
}

/** The same key in another Region: same id and key material, with a policy of its own. */
export class ReplicaKey extends Construct {
  readonly key: kms.IKey;

  constructor(scope: Construct, id: string, { alias, retain, primaryKeyArn }: ReplicaKeyProps) {
    super(scope, id);
    const replica = new kms.CfnReplicaKey(this, 'Key', {
      description,
      primaryKeyArn,
      keyPolicy: keyPolicy(this),
      ...(retain ? {} : { pendingWindowInDays: pendingWindowDays }),
    });
    replica.applyRemovalPolicy(retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
    nameKey(this, alias, replica.ref);
    this.key = kms.Key.fromKeyArn(this, 'Imported', replica.attrArn);
  }
}

/** The ARN of a multi-Region key's copy in a Region: it differs in the Region alone (AWS KMS developer guide, multi-Region keys). */
export function keyArnIn(region: string, key: kms.IKey, scope: Construct): string {
  const { partition, account } = Stack.of(scope);
  return Arn.format({
    partition,
    service: 'kms',
    region,
    account,
    resource: 'key',
    resourceName: key.keyId,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
}

function nameKey(scope: Construct, aliasName: string, targetKeyId: string): kms.CfnAlias {
  return new kms.CfnAlias(scope, 'Alias', { aliasName, targetKeyId });
}
