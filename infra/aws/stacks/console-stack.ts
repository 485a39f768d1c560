import type { Construct } from 'constructs';
import { bundleOf, webBundle } from '../bundles.ts';
import { acknowledgeWildcard } from '../constructs/acknowledge.ts';
import { BridgeFunction } from '../constructs/bridge-function.ts';
import { ConsoleApi } from '../constructs/console-api.ts';
import { People, signInOrigin } from '../constructs/people.ts';
import { apiPath, Web } from '../constructs/web.ts';
import { WebFiles } from '../constructs/web-files.ts';
import { deployedFunction } from '../deployed-function.ts';
import { output } from '../constructs/output.ts';
import { outputs } from '../outputs.ts';
import { arnsIn } from '../permissions/arns.ts';
import { consolePermissions } from '../permissions/console.ts';
import { routingPermissions } from '../permissions/routing.ts';
import { consoleSettings, regionsOf, routingSettings } from '../settings.ts';
import { BridgeStack, type BridgeStackProps } from './bridge-stack.ts';
import type { CallsStack } from './calls-stack.ts';

export interface ConsoleStackProps extends BridgeStackProps {
  /** The first is of the stack's own Region. */
  readonly calls: readonly [CallsStack, ...CallsStack[]];
}

/** What serves agents and operators, and those who sign in to it. */
export class ConsoleStack extends BridgeStack {
  readonly console: BridgeFunction;
  readonly routing: BridgeFunction;
  readonly people: People;
  readonly api: ConsoleApi;
  readonly web: Web;
  readonly webFiles: WebFiles;

  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { config, names, bundles, calls, env } = props;
    const { key } = this;
    const common = { names, config, bundles, key };
    const arns = arnsIn(this);
    this.console = new BridgeFunction(this, 'Console', {
      ...common,
      of: deployedFunction('console-api'),
      settings: consoleSettings(
        { config, names },
        { sipMediaApplicationId: calls[0].sipMediaApplication.applicationId },
      ),
      statements: consolePermissions({
        arns,
        names,
        key,
        region: env.region,
        others: regionsOf(config).filter((each) => each !== env.region),
        sipMediaApplicationArns: calls.map(({ sipMediaApplication }) => sipMediaApplication.arn),
      }),
      reservedConcurrency: config.concurrency.console,
    });
    acknowledgeWildcard(this.console, arns.meetings(), 'A meeting gets its id when it is opened for a caller.');
    this.routing = new BridgeFunction(this, 'Routing', {
      ...common,
      of: deployedFunction('routing-api'),
      settings: routingSettings({ names }),
      statements: routingPermissions({ arns, names, key, region: env.region }),
      reservedConcurrency: config.concurrency.routing,
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
    this.web = new Web(this, 'Web', {
      name: names.consoleApi,
      config,
      key,
      signInOrigin: signInOrigin(this, names),
    });
    this.people = new People(this, 'People', {
      config,
      names,
      scopesFunction: scopes.function,
      consoleOrigins: this.web.origins,
    });
    this.api = new ConsoleApi(this, 'Api', {
      name: names.consoleApi,
      functions: { 'console-api': this.console.function, 'routing-api': this.routing.function },
      key,
      config,
      issuer: this.people.issuer,
      clients: [this.people.contactCentre, this.people.console],
    });
    this.web.passOn(this.api.host);
    this.webFiles = new WebFiles(this, 'WebFiles', {
      directory: bundleOf(bundles, webBundle),
      bucket: this.web.files,
      consoleConfig: { api: apiPath, signIn: this.people.signIn },
      config,
      key,
    });
    this.#outputs();
  }

  #outputs(): void {
    output(this, outputs.consoleUrl, this.web.url, 'The console, for people.');
    output(
      this,
      outputs.consoleDomain,
      this.web.distribution.distributionDomainName,
      'What a domain of its own leads to.',
    );
    output(this, outputs.consoleApiUrl, this.api.url, 'The console API, for machines.');
    output(this, outputs.tokenUrl, this.people.tokenUrl, 'Where its tokens are had.');
    output(this, outputs.userPoolId, this.people.userPool.userPoolId);
    output(this, 'ContactCentreClientId', this.people.contactCentre.userPoolClientId);
    output(this, 'ConsoleClientId', this.people.console.userPoolClientId);
  }
}

const signInsAtOnce = 5;
