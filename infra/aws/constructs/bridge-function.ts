import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { SettingName } from '../../../shared/env.ts';
import type { DeployedFunction } from '../../functions.ts';
import { bundleOf, type Bundles } from '../bundles.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { Names } from '../names.ts';
import { acknowledge } from './acknowledge.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';

/** Settings of a function by their names in shared/env.ts; AWS_REGION is Lambda's own. */
export type FunctionSettings = Readonly<Partial<Record<Exclude<SettingName, 'AWS_REGION'>, string>>>;

export interface BridgeFunctionProps {
  readonly names: Names;
  readonly config: Pick<DeploymentConfig, 'logs'>;
  readonly bundles: Bundles;
  /** What its logs are encrypted with. */
  readonly key: IKey;
  readonly of: Omit<DeployedFunction, 'entry' | 'handler'> & { readonly handler: string };
  /** Whose code it runs. Default: that of its own name. */
  readonly bundle?: string;
  readonly settings?: FunctionSettings;
  /** All that it may do, beside writing its log and its traces. */
  readonly statements: readonly PolicyStatement[];
  /** Of the account's concurrent executions, no more and no fewer. Default: whatever is free. */
  readonly reservedConcurrency?: number;
}

/**
 * A Lambda function from its bundle: a role of its own in which everything is written out, an encrypted log that forgets, traces,
 * and a limit to how often it runs at once.
 */
export class BridgeFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: BridgeFunctionProps) {
    super(scope, id);
    const { names, config, bundles, key, of, bundle = of.name, settings = {}, statements, reservedConcurrency } = props;
    const logGroup = encryptedLogGroup(this, 'Logs', { name: names.logGroup(of.name), key, config });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${names.function(of.name)} may do`,
      inlinePolicies: {
        Logs: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
          ],
        }),
        ...(statements.length === 0 ? {} : { Function: new PolicyDocument({ statements: [...statements] }) }),
      },
    });
    this.function = new LambdaFunction(this, 'Function', {
      functionName: names.function(of.name),
      description: of.description,
      code: Code.fromAsset(bundleOf(bundles, bundle)),
      handler: of.handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: of.memoryMegabytes,
      timeout: Duration.seconds(of.timeoutSeconds),
      environment: { NODE_OPTIONS: '--enable-source-maps', ...settings },
      role: this.role,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    });
    acknowledge(this.role, {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'xray:PutTraceSegments and xray:PutTelemetryRecords know no resources (AWS X-Ray, service authorization reference).',
    });
  }
}
