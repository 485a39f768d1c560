import { Match, type Template } from 'aws-cdk-lib/assertions';
import { handler as limitScopes } from '../../infra/aws/console-scopes/index.ts';
import { consoleRoutes } from '../../console/api/routes.ts';
import { synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

let app: SynthesisedApp;
let template: Template;
beforeAll(() => {
  app = synthesisedApp();
  template = app.template('Console');
}, 120_000);
afterAll(() => app.remove());

describe('the console API', () => {
  it('has every route of the function, each behind the scope that the function asks for', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => ({
      key: Properties.RouteKey,
      scopes: Properties.AuthorizationScopes,
      by: Properties.AuthorizationType,
    }));

    expect(routes.sort(byKey)).toEqual(
      consoleRoutes.map(({ key, scope }) => ({ key, scopes: [scope], by: 'JWT' })).sort(byKey),
    );
  });

  it('takes tokens of its own user pool, issued to its own clients', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      JwtConfiguration: {
        Audience: [{ Ref: Match.stringLikeRegexp('ContactCentre') }, { Ref: Match.stringLikeRegexp('Console') }],
      },
    });
  });

  it('is asked so often a second at most, and notes who asked, never with which token', () => {
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));

    expect(stage?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
    expect(stage?.Properties.AccessLogSettings.Format).toMatch(/authorizer\.claims\.client_id/);
    expect(stage?.Properties.AccessLogSettings.Format).not.toMatch(/sourceIp|authorization|\$context\.path/i);
  });
});

describe('those who use the console', () => {
  it('are operators, agents and viewers', () => {
    const groups = Object.values(template.findResources('AWS::Cognito::UserPoolGroup'));

    expect(new Set(groups.map(({ Properties }) => Properties.GroupName))).toEqual(
      new Set(['agent', 'operator', 'viewer']),
    );
  });

  it('cannot sign up by themselves, and sign in with a long password and a second factor', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 14, RequireSymbols: true }) },
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      DeletionProtection: 'ACTIVE',
      LambdaConfig: { PreTokenGenerationConfig: Match.objectLike({ LambdaVersion: 'V2_0' }) },
    });
  });

  it.each([
    [['operator'], []],
    [['agent'], ['calls/read']],
    [['viewer'], ['call-contexts/read', 'calls/control']],
    [['agent', 'viewer'], []],
    [[], ['call-contexts/read', 'calls/control', 'calls/read']],
    [undefined, ['call-contexts/read', 'calls/control', 'calls/read']],
    [['stranger'], ['call-contexts/read', 'calls/control', 'calls/read']],
  ])('who are %j get no token with %j', async (groupsToOverride, withheld) => {
    const answer = await limitScopes({
      version: '2',
      triggerSource: 'TokenGeneration_HostedAuth',
      request: { userAttributes: {}, groupConfiguration: { groupsToOverride } },
      response: {},
    });

    expect(answer).toMatchObject({
      version: '2',
      response: {
        claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToSuppress: withheld } },
      },
    });
  });
});

function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key.localeCompare(other.key);
}
