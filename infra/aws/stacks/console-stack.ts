import type { Construct } from 'constructs';
import { BridgeFunction } from '../constructs/bridge-function.ts';
import { ConsoleApi } from '../constructs/console-api.ts';
import { People } from '../constructs/people.ts';
import { deployedFunction } from '../deployed-function.ts';
import { output } from '../constructs/output.ts';
import { outputs } from '../outputs.ts';
import { arnsIn } from '../permissions/arns.ts';
import { consolePermissions } from '../permissions/console.ts';
import { consoleSettings, regionsOf } from '../settings.ts';
import { BridgeStack, type BridgeStackProps } from './bridge-stack.ts';
import type { CallsStack } from './calls-stack.ts';

export interface ConsoleStackProps extends BridgeStackProps {
  /** The first is of the stack's own Region. */
  readonly calls: readonly [CallsStack, ...CallsStack[]];
}

/** What serves agents and operators, and those who sign in to it. */
export class ConsoleStack extends BridgeStack {
  readonly console: BridgeFunction;
  readonly people: People;
  readonly api: ConsoleApi;

  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { config, names, bundles, calls, env } = props;
    const { key } = this;
    const common = { names, config, bundles, key };
    this.console = new BridgeFunction(this, 'Console', {
      ...common,
      of: deployedFunction('console-api'),
      settings: consoleSettings(
        { config, names },
        { sipMediaApplicationId: calls[0].sipMediaApplication.applicationId },
      ),
      statements: consolePermissions({
        arns: arnsIn(this),
        names,
        key,
        region: env.region,
        others: regionsOf(config).filter((each) => each !== env.region),
        sipMediaApplicationArns: calls.map(({ sipMediaApplication }) => sipMediaApplication.arn),
      }),
      reservedConcurrency: config.concurrency.console,
    });
    const scopes = new BridgeFunction(this, 'Scopes', {
      ...common,
      of: {
        name: 'console-scopes',
        description: 'Leaves in tokens of the console only what the person’s groups may do.',
        handler: 'index.handler',
        // Cognito waits for five seconds (Amazon Cognito developer guide, customizing user pool workflows with Lambda triggers).
        timeoutSeconds: 4,
        memoryMegabytes: 256,
      },
      statements: [],
      reservedConcurrency: signInsAtOnce,
    });
    this.people = new People(this, 'People', { config, names, scopesFunction: scopes.function });
    this.api = new ConsoleApi(this, 'Api', {
      name: names.consoleApi,
      function: this.console.function,
      key,
      config,
      userPool: this.people.userPool,
      clients: [this.people.contactCentre, this.people.console],
    });
    output(this, outputs.consoleApiUrl, this.api.url, 'The console API.');
    output(this, outputs.tokenUrl, this.people.tokenUrl, 'Where its tokens are had.');
    output(this, outputs.userPoolId, this.people.userPool.userPoolId);
    output(this, 'ContactCentreClientId', this.people.contactCentre.userPoolClientId);
    output(this, 'ConsoleClientId', this.people.console.userPoolClientId);
  }
}

const signInsAtOnce = 5;
