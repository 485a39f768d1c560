import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { ConsoleConfig } from '../../../shared/contracts/console-config.ts';
import { consoleGroups, consoleScopes } from '../../../shared/contracts/console-scopes.ts';
import type { Names } from '../names.ts';

export interface PeopleProps {
  readonly config: Pick<DeploymentConfig, 'environment'>;
  readonly names: Names;
  /** Takes scopes out of a person's token that the person's groups do not have. */
  readonly scopesFunction: IFunction;
  /** Where the console's web application is to be had. */
  readonly consoleOrigins: readonly string[];
}

/** Where the application has people sent back to: console/web/session. */
const signedInPath = '/signed-in';
const signedOutPath = '/';

/** The origin of the pages that people sign in at. Prefixes are everybody's, so the account's number makes it ours alone. */
export function signInOrigin(scope: Construct, { prefix }: Pick<Names, 'prefix'>): string {
  return `https://${domainPrefix(scope, prefix)}.auth.${Stack.of(scope).region}.amazoncognito.com`;
}

function domainPrefix(scope: Construct, prefix: string): string {
  return `${prefix}-${Stack.of(scope).account}`;
}

/** Operators, agents and viewers, and what gets tokens for them; and the contact centre, which gets its own. */
export class People extends Construct {
  readonly userPool: cognito.UserPool;
  readonly groups: readonly cognito.CfnUserPoolGroup[];
  /** Of the contact centre: a machine, with a secret that Cognito keeps. */
  readonly contactCentre: cognito.UserPoolClient;
  /** Of people who sign in. */
  readonly console: cognito.UserPoolClient;
  /** How the pages look that people sign in at. */
  readonly branding: cognito.CfnManagedLoginBranding;
  /** Whose tokens the API takes: OpenID Connect's name for the user pool. */
  readonly issuer: string;
  /** Where tokens are had. */
  readonly tokenUrl: string;
  /** As the application is told of it. */
  readonly signIn: ConsoleConfig['signIn'];

  constructor(scope: Construct, id: string, { config, names, scopesFunction, consoleOrigins }: PeopleProps) {
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
    this.groups = consoleGroups.map(
      (groupName) =>
        new cognito.CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: this.userPool.userPoolId, groupName }),
    );

    const oAuthScopes = this.#resourceServers();
    const of = (...names: string[]): cognito.OAuthScope[] => names.flatMap((name) => oAuthScopes.get(name) ?? []);
    this.contactCentre = this.userPool.addClient('ContactCentre', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: of('call-contexts/read', 'calls/control') },
      accessTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
    });
    this.console = this.userPool.addClient('Console', {
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, ...of(...oAuthScopes.keys())],
        callbackUrls: consoleOrigins.map((origin) => `${origin}${signedInPath}`),
        logoutUrls: consoleOrigins.map((origin) => `${origin}${signedOutPath}`),
      },
      accessTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    this.userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: domainPrefix(this, names.prefix) },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Without a style the pages of managed login are not there (Amazon Cognito developer guide, branding and managed login).
    this.branding = new cognito.CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.userPool.userPoolId,
      clientId: this.console.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    const origin = signInOrigin(this, names);
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.userPool.userPoolId}`;
    this.tokenUrl = `${origin}/oauth2/token`;
    this.signIn = {
      issuer: this.issuer,
      authorizationEndpoint: `${origin}/oauth2/authorize`,
      tokenEndpoint: this.tokenUrl,
      logoutEndpoint: `${origin}/logout`,
      clientId: this.console.userPoolClientId,
      scopes: ['openid', ...consoleScopes],
    };
  }

  /** A resource server for each first half of a scope: "calls" for "calls/read" and "calls/control". */
  #resourceServers(): ReadonlyMap<string, cognito.OAuthScope> {
    const asked: readonly string[] = consoleScopes;
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
