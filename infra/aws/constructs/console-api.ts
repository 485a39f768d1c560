import { Stack } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import {
  callCommandsRoute,
  callCommandsScope,
  callContextRoute,
  callContextScope,
  callRoute,
  callsRoute,
  callsScope,
} from '../../../shared/contracts/console-api.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';

export interface ConsoleApiProps {
  readonly name: string;
  readonly function: IFunction;
  readonly key: IKey;
  readonly config: Pick<DeploymentConfig, 'logs'>;
  /** Whose tokens are taken, issued to these clients. */
  readonly userPool: IUserPool;
  readonly clients: readonly IUserPoolClient[];
}

/** Each route, and the scope that a token needs for it. */
export const consoleScopes = {
  [callContextRoute]: callContextScope,
  [callsRoute]: callsScope,
  [callRoute]: callsScope,
  [callCommandsRoute]: callCommandsScope,
} as const;

/** Requests a second from all who ask together: a contact centre of some hundred agents has fewer. Bursts get twice as many. */
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

  constructor(scope: Construct, id: string, props: ConsoleApiProps) {
    super(scope, id);
    const { name, key, config, userPool, clients } = props;
    const api = new HttpApi(this, 'Api', {
      apiName: name,
      description: 'Call contexts, calls and commands to calls, for agents and operators.',
      createDefaultStage: false,
    });
    const authorizer = new HttpJwtAuthorizer(
      'Tokens',
      `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${userPool.userPoolId}`,
      { jwtAudience: clients.map((client) => client.userPoolClientId) },
    );
    const integration = new HttpLambdaIntegration('Function', props.function);
    for (const [route, asked] of Object.entries(consoleScopes)) {
      const [method, path] = methodAndPath(route);
      api.addRoutes({ path, methods: [method], integration, authorizer, authorizationScopes: [asked] });
    }
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
    this.url = stage.url;
  }
}

/** Of a route as API Gateway names it: "GET /calls". */
function methodAndPath(route: string): readonly [HttpMethod, string] {
  const [method = '', path = ''] = route.split(' ');
  const known = Object.values(HttpMethod).find((each) => each.valueOf() === method);
  if (known === undefined) throw new Error(`${route}: no HTTP method that API Gateway knows`);
  return [known, path];
}
