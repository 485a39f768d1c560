import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Bundles } from '../bundles.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { BridgeFunction } from '../constructs/bridge-function.ts';
import type { Names } from '../names.ts';

/** The bridge that the canary calls from. */
export interface CallingBridge {
  readonly sipMediaApplicationId: string;
  readonly sipMediaApplicationArn: string;
  readonly phoneNumber: string;
}

export interface CanaryProps {
  readonly names: Names;
  readonly config: Pick<DeploymentConfig, 'logs'>;
  readonly canary: NonNullable<DeploymentConfig['canary']>;
  readonly bundles: Bundles;
  readonly key: IKey;
  readonly bridge: CallingBridge;
}

/** As infra/aws/bundles.ts has its entry. */
export const canaryFunction = {
  name: 'canary',
  description: 'Calls a number now and then, and sees whether the call is answered.',
  handler: 'index.handler',
  /** The longest call, and what is around it. */
  timeoutSeconds: 120,
  memoryMegabytes: 256,
} as const;

/** A call that places itself on a schedule. It may call from this application and read what became of calls, and nothing else. */
export class Canary extends Construct {
  readonly schedule: CfnSchedule;

  constructor(scope: Construct, id: string, { names, config, canary, bundles, key, bridge }: CanaryProps) {
    super(scope, id);
    const { function: caller } = new BridgeFunction(this, 'Caller', {
      names,
      config,
      bundles,
      key,
      of: canaryFunction,
      settings: {
        CALL_RECORDS_TABLE: names.callRecordsTable,
        SIP_MEDIA_APPLICATION_ID: bridge.sipMediaApplicationId,
        SMA_PHONE_NUMBER: bridge.phoneNumber,
        METRICS_NAMESPACE: names.metricsNamespace,
      },
      statements: statementsFor(Stack.of(this), { names, key, bridge }),
      // One call at a time, whoever invokes it.
      reservedConcurrency: 1,
    });
    // Another try would be another call.
    caller.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'Lets the schedule invoke the canary',
      inlinePolicies: {
        Call: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [caller.functionArn] })],
        }),
      },
    });
    // Not by the target of aws-scheduler-targets: it would let the role invoke any version of the function, by a wildcard.
    this.schedule = new CfnSchedule(this, 'Schedule', {
      name: names.function(canaryFunction.name),
      description: canaryFunction.description,
      scheduleExpression: `rate(${canary.everyMinutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: caller.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ to: canary.to }),
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
      },
    });
  }
}

function statementsFor(
  { partition, region, account }: Stack,
  { names, key, bridge }: Pick<CanaryProps, 'names' | 'key' | 'bridge'>,
): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['chime:CreateSipMediaApplicationCall'],
      resources: [bridge.sipMediaApplicationArn],
    }),
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`arn:${partition}:dynamodb:${region}:${account}:table/${names.callRecordsTable}`],
    }),
    // For the table, which is encrypted with it.
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
    }),
  ];
}
