import { Match, type Template } from 'aws-cdk-lib/assertions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { webSecurityHeaders } from '../../infra/web-headers.ts';
import { consoleConfigSchema } from '../../shared/contracts/console-config.ts';
import { consoleScopes } from '../../shared/contracts/console-scopes.ts';
import { synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

const signInPages = 'https://example-bank-prod-123456789012.auth.us-east-1.amazoncognito.com';

let app: SynthesisedApp;
let template: Template;
let bare: SynthesisedApp;
beforeAll(() => {
  app = synthesisedApp();
  template = app.template('Console');
  bare = synthesisedApp({
    console: undefined,
    environment: 'dev',
    regions: { primary: 'us-west-2', standby: 'us-east-1' },
  });
}, 120_000);
afterAll(() => {
  app.remove();
  bare.remove();
});

describe('the console’s web application', () => {
  it('lies in buckets that nobody reads but CloudFront, by this distribution, and over TLS', () => {
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy')).flatMap(
      ({ Properties }) =>
        Properties.PolicyDocument.Statement as { Effect: string; Principal: object; Action: string }[],
    );

    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
    });
    expect(policies.filter(({ Effect, Action }) => Effect === 'Allow' && Action === 's3:GetObject')).toEqual([
      expect.objectContaining({
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
    expect(policies.filter(({ Effect }) => Effect === 'Deny')).toHaveLength(2);
    template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });

  it.each([
    ['/', '/index.html'],
    ['/routing/example-bank/rules', '/index.html'],
    ['/v1.2/calls', '/index.html'],
    ['/index.html', '/index.html'],
    ['/assets/index-595lyeaF.js', '/assets/index-595lyeaF.js'],
    ['/config.json', '/config.json'],
  ])('is asked for %s, and answers with %s', (asked, answered) => {
    expect(rewritten(behaviours(template).pages, asked)).toBe(answered);
  });

  it('says what a browser may do with it as the local cloud does, with who embeds it and where it connects', () => {
    const [policy] = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      policy!.Properties.ResponseHeadersPolicyConfig;
    const expected = webSecurityHeaders({
      connect: [signInPages, 'https://*.chime.aws', 'wss://*.chime.aws'],
      frameAncestors: ["'self'", 'https://crm.example.com'],
    });

    expect({
      'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'x-content-type-options': security.ContentTypeOptions.Override ? 'nosniff' : undefined,
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(
        (custom.Items as { Header: string; Value: string }[]).map(({ Header, Value }) => [Header, Value]),
      ),
    }).toEqual(expected);
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(31_536_000);
  });

  it('is shown in nobody’s frame when the config names nobody', () => {
    expect(JSON.stringify(bare.template('Console').findResources('AWS::CloudFront::ResponseHeadersPolicy'))).toContain(
      "frame-ancestors 'none'",
    );
  });

  it('is put there in two steps: files with hashes for ever, then index.html and config.json, asked for each time', () => {
    const [assets, pages] = copies(template);

    expect(assets).toMatchObject({
      Prune: false,
      Exclude: ['*'],
      Include: ['assets/*'],
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(pages).toMatchObject({
      Prune: true,
      Exclude: ['assets/*'],
      SystemMetadata: { 'cache-control': 'no-cache' },
    });
  });

  it('finds in config.json where people sign in, by which client, and for which scopes', () => {
    const [, pages] = copies(template);
    const hash = String(pages!.SourceObjectKeys[1]).replace('.zip', '');
    const markers = Object.keys(pages!.SourceMarkers[1]);
    const text = markers.reduce(
      (filled, marker, index) => filled.replaceAll(marker, `us-east-1_${index}`),
      readFileSync(join(app.folder, `asset.${hash}`, 'config.json'), 'utf8'),
    );

    expect(consoleConfigSchema.parse(JSON.parse(text))).toEqual({
      api: '/api',
      signIn: {
        issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_0',
        authorizationEndpoint: `${signInPages}/oauth2/authorize`,
        tokenEndpoint: `${signInPages}/oauth2/token`,
        logoutEndpoint: `${signInPages}/logout`,
        clientId: 'us-east-1_1',
        scopes: ['openid', ...consoleScopes],
      },
    });
  });

  it('is to be had under the config’s name with its certificate, behind its web ACL, and by TLS 1.2 or newer', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['console.example.com'],
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
        WebACLId: Match.stringLikeRegexp('^arn:aws:wafv2:us-east-1:'),
        DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }),
      },
    });
    template.hasOutput('ConsoleUrl', { Value: 'https://console.example.com' });
  });
});

describe('the API under the application’s address', () => {
  it.each([
    ['/api/calls/live', '/calls/live'],
    ['/api/tables/example-bank/draft', '/tables/example-bank/draft'],
    ['/api/api/x', '/api/x'],
    ['/api/', '/'],
  ])('is asked for %s as %s', (asked, passedOn) => {
    expect(rewritten(behaviours(template).api, asked)).toBe(passedOn);
  });

  it('is asked each time, with the token and every method, by TLS alone', () => {
    const { CacheBehaviors: behaviors, Origins: origins } = distributionOf(template);
    const [api] = behaviors;

    expect(api).toMatchObject({
      PathPattern: '/api/*',
      ViewerProtocolPolicy: 'https-only',
      // CachingDisabled and AllViewerExceptHostHeader (Amazon CloudFront developer guide, managed policies).
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
    expect(api.AllowedMethods).toEqual(expect.arrayContaining(['GET', 'PUT', 'POST', 'DELETE']));
    expect(origins.find(({ Id }) => Id === api.TargetOriginId)).toMatchObject({
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginReadTimeout: 31 },
    });
  });
});

describe('what CloudFront logs', () => {
  it('is how it answered, never to whom or of what', () => {
    const [delivery] = Object.values(template.findResources('AWS::Logs::Delivery'));

    expect(delivery!.Properties.RecordFields).toEqual(expect.arrayContaining(['sc-status', 'x-edge-result-type']));
    expect(JSON.stringify(delivery!.Properties.RecordFields)).not.toMatch(
      /c-ip|uri|cookie|referer|user-agent|forwarded/i,
    );
    expect(distributionOf(template)).not.toHaveProperty('Logging');
  });

  it('is nothing where the stack stands outside the Region that delivers', () => {
    bare.template('Console').resourceCountIs('AWS::Logs::DeliverySource', 0);
  });
});

describe('who comes back from signing in', () => {
  it('comes to the application’s own addresses and to no other', () => {
    const [client] = Object.values(template.findResources('AWS::Cognito::UserPoolClient')).filter(
      ({ Properties }) => Properties.GenerateSecret === false,
    );
    const { CallbackURLs: callbacks, LogoutURLs: logouts, AllowedOAuthScopes: scopes } = client!.Properties;

    expect(JSON.stringify([callbacks, logouts])).not.toContain('localhost');
    expect(callbacks).toEqual(['https://console.example.com/signed-in', { 'Fn::Join': ['', expect.anything()] }]);
    expect(logouts).toEqual(['https://console.example.com/', { 'Fn::Join': ['', expect.anything()] }]);
    expect(JSON.stringify(callbacks[1])).toMatch(/DomainName.*\/signed-in/);
    expect(scopes).toHaveLength(1 + consoleScopes.length);
  });

  it('has pages of managed login, which are only there with a style', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolDomain', { ManagedLoginVersion: 2 });
    template.hasResourceProperties('AWS::Cognito::ManagedLoginBranding', { UseCognitoProvidedValues: true });
  });
});

interface Behaviour {
  readonly PathPattern: string;
  readonly TargetOriginId: string;
  readonly AllowedMethods: readonly string[];
  readonly FunctionAssociations: readonly [{ readonly FunctionARN: { readonly 'Fn::GetAtt': readonly [string] } }];
}

function distributionOf(of: Template): {
  readonly DefaultCacheBehavior: Behaviour;
  readonly CacheBehaviors: readonly [Behaviour];
  readonly Origins: readonly { readonly Id: string }[];
} {
  const [distribution] = Object.values(of.findResources('AWS::CloudFront::Distribution'));
  return distribution!.Properties.DistributionConfig;
}

/** The code at each behaviour. */
function behaviours(of: Template): { readonly pages: string; readonly api: string } {
  const functions = of.findResources('AWS::CloudFront::Function');
  const {
    DefaultCacheBehavior: pages,
    CacheBehaviors: [api],
  } = distributionOf(of);
  const codeOf = ({ FunctionAssociations: [{ FunctionARN: arn }] }: Behaviour): string =>
    functions[arn['Fn::GetAtt'][0]]!.Properties.FunctionCode;
  return { pages: codeOf(pages), api: codeOf(api) };
}

/** What a function at the edge makes of a path. */
function rewritten(code: string, uri: string): string {
  const event = JSON.stringify({ version: '1.0', request: { method: 'GET', uri, querystring: {}, headers: {} } });
  return runInNewContext(`${code}; handler(${event}).uri`) as string;
}

/** Copies of files into the bucket, in the order of their names. */
// oxlint-disable-next-line typescript/no-explicit-any -- as the template has it
function copies(of: Template): readonly any[] {
  return Object.values(of.findResources('Custom::CDKBucketDeployment')).map(({ Properties }) => Properties);
}
