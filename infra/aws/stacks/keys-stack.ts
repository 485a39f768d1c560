import { Stack, type StackProps } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { EncryptionKey, ReplicaKey } from '../constructs/encryption-key.ts';
import type { Names } from '../names.ts';

export interface KeysStackProps extends StackProps {
  readonly config: Pick<DeploymentConfig, 'environment'>;
  readonly names: Pick<Names, 'keyAlias'>;
  /** The keys of the primary Region; absent: these are they. */
  readonly primary?: KeysStack;
}

/** The customer-managed key of one Region, before all that it encrypts. */
export class KeysStack extends Stack {
  readonly key: kms.IKey;

  constructor(scope: Construct, id: string, { config, names, primary, ...props }: KeysStackProps) {
    super(scope, id, props);
    const settings = { alias: names.keyAlias, retain: config.environment === 'prod' };
    this.key =
      primary === undefined
        ? new EncryptionKey(this, 'EncryptionKey', settings).key
        : new ReplicaKey(this, 'EncryptionKey', { ...settings, primaryKeyArn: primary.key.keyArn }).key;
  }
}
