import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct, type IConstruct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';

export interface KeyRotationProps {
  readonly functionName: string;
  readonly logGroupName: string;
  readonly config: Pick<DeploymentConfig, 'logs'>;
  /** The directory of the bundle whose entry is infra/aws/key-rotation/index.ts. */
  readonly bundle: string;
  readonly key: kms.IKey;
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

  constructor(scope: Construct, id: string, props: KeyRotationProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    const { key, config } = props;
    const logGroup = encryptedLogGroup(this, 'Logs', { name: props.logGroupName, key, config });
    this.#role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    this.#role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    // AWS Secrets Manager user guide, permissions for rotation: of the key, to read the versions there are and to write a new one.
    this.#role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
      }),
    );
    this.handler = new lambda.Function(this, 'Function', {
      functionName: props.functionName,
      description:
        'Rotates signing keys: the next one becomes current, the one before stays until what it signed has expired.',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(props.bundle),
      // Four requests at most, each 3 s and tried three times.
      timeout: Duration.seconds(60),
      memorySize: 256,
      role: this.#role,
      logGroup,
    });
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
