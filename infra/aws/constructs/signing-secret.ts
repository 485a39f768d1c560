import { RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { KeyRotation } from './key-rotation.ts';

export interface SigningSecretProps {
  readonly secretName: string;
  readonly description: string;
  readonly key: kms.IKey;
  readonly standbyRegion: string;
  readonly standbyKey: kms.IKey;
  readonly rotation: KeyRotation;
  /** Whole days; the rotation function itself refuses to rotate within hours of the last time. */
  readonly rotateEveryDays: number;
  /** Whether the keys outlive their stack. */
  readonly retain: boolean;
}

/**
 * Signing keys in the form of CONTEXT_SIGNING_KEYS, in both Regions. The secret is made without a key, so that none is ever in a
 * template: Secrets Manager rotates as soon as the schedule stands, and that makes the first ones.
 */
export class SigningSecret extends Construct {
  readonly secret: secretsmanager.Secret;

  constructor(scope: Construct, id: string, props: SigningSecretProps) {
    super(scope, id);
    const { secretName, description, key, standbyRegion, standbyKey, rotation } = props;
    this.secret = new secretsmanager.Secret(this, 'Secret', {
      secretName,
      description,
      encryptionKey: key,
      // CloudFormation wants to generate something: what it adds beside no keys is not used, and gone with the first rotation.
      generateSecretString: { secretStringTemplate: JSON.stringify({ keys: {} }), generateStringKey: 'unused' },
      replicaRegions: [{ region: standbyRegion, encryptionKey: standbyKey }],
      removalPolicy: props.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    const permission = rotation.permit(this, this.secret);
    // Not Secret.addRotationSchedule: it lets the function make passwords, too, on every resource.
    const schedule = new secretsmanager.CfnRotationSchedule(this, 'Rotation', {
      secretId: this.secret.secretArn,
      rotationLambdaArn: rotation.handler.functionArn,
      rotationRules: { automaticallyAfterDays: props.rotateEveryDays },
      rotateImmediatelyOnUpdate: true,
    });
    schedule.node.addDependency(permission);
  }
}
