import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { callCommandsScope, callContextScope } from '../../../shared/contracts/console-api.ts';
import { scopesOfGroup } from '../console-scopes/scopes-of-group.ts';
import type { Names } from '../names.ts';
import { consoleScopes } from './console-api.ts';

export interface PeopleProps {
  readonly config: Pick<DeploymentConfig, 'environment'>;
  readonly names: Names;
  /** Takes scopes out of a person's token that the person's groups do not have. */
  readonly scopesFunction: IFunction;
}

/** Where the browser is sent with a code: loopback, where nobody else gets it. */
const loopbackCallback = 'http://localhost:8400/callback';

/** Operators, agents and viewers, and what gets tokens for them; and the contact centre, which gets its own. */
export class People extends Construct {
  readonly userPool: cognito.UserPool;
  readonly groups: readonly cognito.CfnUserPoolGroup[];
  /** Of the contact centre: a machine, with a secret that Cognito keeps. */
  readonly contactCentre: cognito.UserPoolClient;
  /** Of people who sign in. */
  readonly console: cognito.UserPoolClient;
  /** Where tokens are had. */
  readonly tokenUrl: string;

  constructor(scope: Construct, id: string, { config, names, scopesFunction }: PeopleProps) {
    super(scope, id);
    const kept = config.environment === 'prod';
    this.userPool = new cognito.UserPool(this, 'Pool', {
      userPoolName: names.userPool,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: kept,
      removalPolicy: kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    this.userPool.addTrigger(
      cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      scopesFunction,
      cognito.LambdaVersion.V2_0,
    );
    this.groups = Object.keys(scopesOfGroup).map(
      (groupName) =>
        new cognito.CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: this.userPool.userPoolId, groupName }),
    );

    const oAuthScopes = this.#resourceServers();
    const of = (...names: string[]): cognito.OAuthScope[] => names.flatMap((name) => oAuthScopes.get(name) ?? []);
    this.contactCentre = this.userPool.addClient('ContactCentre', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: of(callContextScope, callCommandsScope) },
      accessTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
    });
    this.console = this.userPool.addClient('Console', {
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, ...of(...oAuthScopes.keys())],
        callbackUrls: [loopbackCallback],
      },
      accessTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    // Prefixes are everybody's, so the account's number makes it ours alone.
    const domain = this.userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${names.prefix}-${Stack.of(this).account}` },
    });
    this.tokenUrl = `${domain.baseUrl()}/oauth2/token`;
  }

  /** A resource server for each first half of a scope: "calls" for "calls/read" and "calls/control". */
  #resourceServers(): ReadonlyMap<string, cognito.OAuthScope> {
    const asked = [...new Set<string>(Object.values(consoleScopes))];
    const serverOf = (scope: string): string => scope.split('/')[0] ?? scope;
    const made = new Map<string, cognito.OAuthScope>();
    for (const identifier of new Set(asked.map(serverOf))) {
      const scopes = asked
        .filter((scope) => serverOf(scope) === identifier)
        .map(
          (scope) =>
            new cognito.ResourceServerScope({ scopeName: scope.slice(identifier.length + 1), scopeDescription: scope }),
        );
      const server: cognito.UserPoolResourceServer = this.userPool.addResourceServer(`Server-${identifier}`, {
        identifier,
        scopes,
      });
      for (const scope of scopes)
        made.set(`${identifier}/${scope.scopeName}`, cognito.OAuthScope.resourceServer(server, scope));
    }
    return made;
  }
}
