import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Function as LambdaFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogLevel } from 'aws-cdk-lib/aws-stepfunctions';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { Bundles } from '../bundles.ts';
import {
  providerPermissions,
  providerTimes,
  type ProviderPermissions,
  type ResourceType,
} from '../chime-provider/provider-actions.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { Names } from '../names.ts';
import { allow } from '../permissions/statements.ts';
import { regionsOf } from '../settings.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { BridgeFunction } from './bridge-function.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';
import { pstnAudioPrincipal } from './sip-media-application.ts';

export interface ChimeProviderProps {
  readonly names: Names;
  readonly config: Pick<DeploymentConfig, 'logs' | 'regions'>;
  readonly bundles: Bundles;
  readonly key: IKey;
  /** Tells the providers of one Region apart: "calls". */
  readonly of: string;
  /** What it creates, changes and deletes, and nothing else. */
  readonly resourceTypes: readonly ResourceType[];
  /** What SIP media applications invoke. */
  readonly functions?: readonly IFunction[];
}

/** The role of PSTN Audio itself, which an account gets once. */
const serviceLinkedRole = 'AWSServiceRoleForAmazonChimeVoiceConnector';

/** Makes objects of Amazon Chime SDK Voice that CloudFormation itself does not have, or not with all that calls need. */
export class ChimeProvider extends Construct {
  readonly serviceToken: string;

  constructor(scope: Construct, id: string, props: ChimeProviderProps) {
    super(scope, id);
    const { names, config, bundles, key, of, resourceTypes } = props;
    const statements = this.#statements(props);
    const provide = (suffix: 'on-event' | 'is-complete', timeoutSeconds: number): BridgeFunction => {
      const made = new BridgeFunction(this, suffix === 'on-event' ? 'OnEvent' : 'IsComplete', {
        names,
        config,
        bundles,
        key,
        bundle: 'chime-provider',
        of: {
          name: `chime-${of}-${suffix}`,
          description: `Deployment only: ${resourceTypes.join(', ')}.`,
          handler: suffix === 'on-event' ? 'index.onEvent' : 'index.isComplete',
          timeoutSeconds,
          memoryMegabytes: 256,
        },
        statements,
      });
      acknowledge(made, {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason:
          'Orders, searches, lists and creations of Amazon Chime know no resources (Amazon Chime, service authorization reference).',
      });
      for (const arn of statements.flatMap(({ resources }) => resources).filter((each) => each.endsWith('/*')))
        acknowledgeWildcard(made, arn, 'What it makes gets its id then: nothing can be named beforehand.');
      return made;
    };
    const onEvent = provide('on-event', providerTimes.onEventTimeoutSeconds).function;
    const isComplete = provide('is-complete', providerTimes.isCompleteTimeoutSeconds).function;
    const provider = new Provider(this, 'Provider', {
      onEventHandler: onEvent,
      isCompleteHandler: isComplete,
      queryInterval: Duration.seconds(providerTimes.queryIntervalSeconds),
      totalTimeout: Duration.minutes(providerTimes.totalTimeoutMinutes),
      logGroup: encryptedLogGroup(this, 'FrameworkLogs', { key, config }),
      disableWaiterStateMachineLogging: false,
      waiterStateMachineLogOptions: {
        destination: encryptedLogGroup(this, 'WaiterLogs', { key, config }),
        level: LogLevel.ALL,
      },
    });
    acknowledgeFramework(provider, [onEvent, isComplete]);
    this.serviceToken = provider.serviceToken;
  }

  #every(kind: string, region?: string): string {
    const { region: own } = Stack.of(this);
    return Stack.of(this).formatArn({ service: 'chime', region: region ?? own, resource: kind, resourceName: '*' });
  }

  #statements({ resourceTypes, config, functions = [] }: ChimeProviderProps): readonly PolicyStatement[] {
    const actionsOn = (kind: keyof ProviderPermissions): readonly string[] =>
      [...new Set(resourceTypes.flatMap((type) => providerPermissions[type][kind] ?? []))].sort();
    const allowed = (kind: keyof ProviderPermissions, resources: readonly string[]): readonly PolicyStatement[] => {
      const actions = actionsOn(kind);
      if (actions.length > 0 && resources.length === 0) throw new Error(`${this.node.path}: it must be told ${kind}`);
      return actions.length === 0 ? [] : [allow(actions, resources)];
    };
    const inBothRegions = regionsOf(config).map((region) => this.#every('sma', region));
    const invoked = functions.map(({ functionArn }) => functionArn);
    return [
      ...allowed('onSipMediaApplications', [this.#every('sma')]),
      ...allowed('onRuleTargets', inBothRegions),
      ...allowed('onVoiceConnectors', [this.#every('vc')]),
      ...allowed('onFunctions', invoked),
      ...actionsOn('onServiceLinkedRole').map((action) => this.#onServiceLinkedRole(action)),
      ...allowed('onAnything', ['*']),
    ];
  }

  /** The role of that service, and of no other (IAM user guide, service-linked role permissions). */
  #onServiceLinkedRole(action: string): PolicyStatement {
    return new PolicyStatement({
      actions: [action],
      resources: [
        Stack.of(this).formatArn({
          service: 'iam',
          region: '',
          resource: 'role',
          resourceName: `aws-service-role/${pstnAudioPrincipal}/${serviceLinkedRole}`,
        }),
      ],
      conditions: { StringEquals: { 'iam:AWSServiceName': pstnAudioPrincipal } },
    });
  }
}

/** What the CDK's provider framework is made of, and we have no say in. */
function acknowledgeFramework(provider: Provider, handlers: readonly IFunction[]): void {
  const reason =
    'The CDK’s provider framework makes this itself; it runs only while stacks are deployed, on what they hand it.';
  acknowledge(
    provider,
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason,
    },
    { id: 'AwsSolutions-L1', reason },
    { id: 'AwsSolutions-SF2', reason },
  );
  // Log delivery knows no resources (AWS Step Functions developer guide, logging in CloudWatch Logs).
  acknowledge(provider.node.findChild('waiter-state-machine'), { id: 'AwsSolutions-IAM5[Resource::*]', reason });
  const ownFunctions = ['framework-isComplete', 'framework-onTimeout'].map((id) => provider.node.findChild(id));
  const invoked = [...handlers, ...ownFunctions.filter((each) => each instanceof LambdaFunction)];
  // Any version of the function, which has but one.
  for (const { functionArn } of invoked) acknowledgeWildcard(provider, `${functionArn}:*`, reason);
}
