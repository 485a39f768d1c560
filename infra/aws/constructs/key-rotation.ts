import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct, type IConstruct } from 'constructs';
import type { Bundles } from '../bundles.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { Names } from '../names.ts';
import { BridgeFunction } from './bridge-function.ts';

export interface KeyRotationProps {
  readonly names: Names;
  readonly config: Pick<DeploymentConfig, 'logs' | 'regions'>;
  readonly bundles: Bundles;
  readonly key: kms.IKey;
  /** The same key in the standby Region, under which the secrets' replicas are. */
  readonly standbyKey: kms.IKey;
}

/** What the function calls (infra/aws/key-rotation/secrets-manager-versions.ts). */
const secretActions = [
  'secretsmanager:DescribeSecret',
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecretVersionStage',
];

/** The function that rotates signing keys: it reaches the secrets that permit it, and no other. */
export class KeyRotation extends Construct {
  readonly handler: lambda.IFunction;
  readonly #role: iam.Role;

  constructor(scope: Construct, id: string, { names, config, bundles, key, standbyKey }: KeyRotationProps) {
    super(scope, id);
    const { primary, standby } = config.regions;
    const { function: handler, role } = new BridgeFunction(this, 'Rotation', {
      names,
      config,
      bundles,
      key,
      of: {
        name: 'key-rotation',
        description:
          'Rotates signing keys: the next one becomes current, the one before stays until what it signed has expired.',
        handler: 'index.handler',
        // Four requests at most, each 3 s and tried three times.
        timeoutSeconds: 60,
        memoryMegabytes: 256,
      },
      statements: [
        // To read the versions there are and to write a new one; and Secrets Manager brings it to the other Region in the name of who wrote
        // it: decrypts it here, encrypts it there (AWS Secrets Manager user guide, troubleshoot replication, and permissions for the KMS key).
        new iam.PolicyStatement({
          actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
          resources: [key.keyArn, standbyKey.keyArn],
          conditions: {
            StringEquals: {
              'kms:ViaService': [primary, standby].map((region) => `secretsmanager.${region}.amazonaws.com`),
            },
          },
        }),
      ],
      // With no limit to how often it runs at once, which Secrets Manager warns of (AWS Secrets Manager user guide, Lambda rotation functions):
      // nobody else may invoke it.
    });
    this.handler = handler;
    this.#role = role;
  }

  /** Lets Secrets Manager rotate this secret, and the function do so. A rotation needs what is returned to stand. */
  permit(scope: Construct, secret: secretsmanager.Secret): IConstruct {
    const permission = new lambda.CfnPermission(scope, 'RotationPermission', {
      action: 'lambda:InvokeFunction',
      functionName: this.handler.functionName,
      principal: 'secretsmanager.amazonaws.com',
      sourceAccount: Stack.of(this).account,
      sourceArn: secret.secretArn,
    });
    const policy = new iam.Policy(scope, 'RotationPolicy', {
      roles: [this.#role],
      statements: [new iam.PolicyStatement({ actions: secretActions, resources: [secret.secretArn] })],
    });
    permission.node.addDependency(policy, this.#role);
    return permission;
  }
}
