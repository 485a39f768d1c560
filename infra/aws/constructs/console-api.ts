import { Stack } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CfnStage, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { consoleRoutes, type ConsoleFunction, type ConsoleRoute } from '../../../shared/contracts/console-routes.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';

export interface ConsoleApiProps {
  readonly name: string;
  readonly functions: Readonly<Record<ConsoleFunction, IFunction>>;
  readonly key: IKey;
  readonly config: Pick<DeploymentConfig, 'logs'>;
  /** Whose tokens are taken, issued to these clients. */
  readonly issuer: string;
  readonly clients: readonly IUserPoolClient[];
}

const routes: readonly ConsoleRoute[] = Object.values(consoleRoutes);

/** Requests a second from all who ask together, of all routes that have no limit of their own. Bursts get twice as many. */
const requestsPerSecond = 50;

/** Who asked for what, when: by ids, never a token, a body, or an address. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTimeEpoch(),
    route: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    client: '$context.authorizer.claims.client_id',
    subject: '$context.authorizer.claims.sub',
    latencyMs: AccessLogField.contextResponseLatency(),
    refusedBecause: '$context.authorizer.error',
  }),
);

/** The console API: nothing passes without a token of the user pool that has the route's scope. */
export class ConsoleApi extends Construct {
  /** Its origin: "https://….execute-api.us-east-1.amazonaws.com". */
  readonly url: string;
  /** Without the scheme: "….execute-api.us-east-1.amazonaws.com". */
  readonly host: string;

  constructor(scope: Construct, id: string, props: ConsoleApiProps) {
    super(scope, id);
    const { name, key, config, issuer, clients, functions } = props;
    const api = new HttpApi(this, 'Api', {
      apiName: name,
      description: 'Call contexts, calls, commands to calls and routing tables, for agents and operators.',
      createDefaultStage: false,
    });
    const authorizer = new HttpJwtAuthorizer('Tokens', issuer, {
      jwtAudience: clients.map((client) => client.userPoolClientId),
    });
    const integrations: Readonly<Record<ConsoleFunction, HttpLambdaIntegration>> = {
      'console-api': new HttpLambdaIntegration('Function', functions['console-api']),
      'routing-api': new HttpLambdaIntegration('RoutingFunction', functions['routing-api']),
    };
    const made = routes.flatMap(({ key: route, scope: asked, function: by }) => {
      const [method, path] = methodAndPath(route);
      return api.addRoutes({
        path,
        methods: [method],
        integration: integrations[by],
        authorizer,
        ...(asked === undefined ? {} : { authorizationScopes: [asked] }),
      });
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(encryptedLogGroup(this, 'AccessLogs', { key, config })),
        format: accessLog,
      },
    });
    limit(stage, routes);
    // A limit is set for a route that is there.
    stage.node.addDependency(...made);
    this.url = stage.url;
    this.host = `${api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
  }
}

/** Gives each route the limit of its own, which the CDK's stage has no setting for (API Gateway developer guide, throttling of HTTP APIs). */
function limit(stage: HttpStage, limited: readonly ConsoleRoute[]): void {
  const { defaultChild } = stage.node;
  if (!(defaultChild instanceof CfnStage)) throw new Error(`${stage.node.path} is made another way now`);
  defaultChild.routeSettings = Object.fromEntries(
    limited.map(({ key, perSecond }) => [key, { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: 2 * perSecond }]),
  );
}

/** Of a route as API Gateway names it: "GET /calls". */
function methodAndPath(route: string): readonly [HttpMethod, string] {
  const [method = '', path = ''] = route.split(' ');
  const known = Object.values(HttpMethod).find((each) => each.valueOf() === method);
  if (known === undefined) throw new Error(`${route}: no HTTP method that API Gateway knows`);
  return [known, path];
}
