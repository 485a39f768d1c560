import { Match, type Template } from 'aws-cdk-lib/assertions';
import { handler as limitScopes } from '../../infra/aws/console-scopes/index.ts';
import { callRoutes } from '../../console/api/routes.ts';
import { routingRoutes } from '../../console/routing-api/routes.ts';
import { consoleRoutes, type ConsoleRoute } from '../../shared/contracts/console-routes.ts';
import { synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

const everyScope = ['call-contexts/read', 'calls/control', 'calls/read', 'tables/read', 'tables/write'];

let app: SynthesisedApp;
let template: Template;
beforeAll(() => {
  app = synthesisedApp();
  template = app.template('Console');
}, 120_000);
afterAll(() => app.remove());

describe('the console API', () => {
  it('has every route of both functions, each behind the scope that the function asks for', () => {
    const integrations = template.findResources('AWS::ApiGatewayV2::Integration');
    const functions = template.findResources('AWS::Lambda::Function');
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => {
      const integration = integrations[Properties.Target['Fn::Join'][1][1].Ref]!.Properties;
      return {
        key: Properties.RouteKey,
        scopes: Properties.AuthorizationScopes,
        by: Properties.AuthorizationType,
        function: functions[integration.IntegrationUri['Fn::GetAtt'][0]]!.Properties.FunctionName,
      };
    });
    const expected = (of: readonly Pick<ConsoleRoute, 'key' | 'scope'>[], name: string): typeof routes =>
      of.map(({ key, scope }) => ({
        key,
        scopes: scope === undefined ? undefined : [scope],
        by: 'JWT',
        function: `example-bank-prod-${name}`,
      }));

    expect(routes.sort(byKey)).toEqual(
      [...expected(callRoutes, 'console-api'), ...expected(routingRoutes, 'routing-api')].sort(byKey),
    );
  });

  it('has a limit of its own for each route, once the route is there', () => {
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));

    expect(stage!.Properties.RouteSettings).toEqual(
      Object.fromEntries(
        Object.values(consoleRoutes).map(({ key, perSecond }) => [
          key,
          { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: 2 * perSecond },
        ]),
      ),
    );
    expect(stage!.DependsOn).toEqual(
      expect.arrayContaining(Object.keys(template.findResources('AWS::ApiGatewayV2::Route'))),
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
    [['agent'], ['tables/write']],
    [['viewer'], ['call-contexts/read', 'calls/control', 'tables/write']],
    [['agent', 'viewer'], ['tables/write']],
    [['viewer', 'operator'], []],
    [[], everyScope],
    [undefined, everyScope],
    [['stranger'], everyScope],
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
