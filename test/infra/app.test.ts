import { isDeepStrictEqual } from 'node:util';
import { givenConfig } from '../support/deployment-config.ts';
import { resourcesOf, synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

let app: SynthesisedApp;
beforeAll(() => {
  app = synthesisedApp();
}, 120_000);
afterAll(() => app.remove());

/** What AWS knows no tags for, or CloudFormation does not hand them on; and resources that are a part of another one. */
const untagged = new Set([
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::IAM::Policy',
  'AWS::KMS::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::RotationSchedule',
  'AWS::SecretsManager::ResourcePolicy',
  // The service has no tags for them (Amazon Chime SDK API reference, TagResource).
  'Custom::ChimePhoneNumber',
  'Custom::SipRule',
  // A setting of what has tags.
  'Custom::VoiceConnectorLogging',
]);

/** The CDK's own, which it makes without asking. */
const ofTheCdk = /^Custom::(?:S3AutoDeleteObjects|CDKBucketDeployment)$|CustomResourceProvider/;

const tags = { name: 'example-bank', environment: 'prod', team: 'voice' };

describe('a deployment', () => {
  it('has one stack of each kind, and those that take calls in both Regions', () => {
    expect(app.stacks.map(({ name, region }) => `${name.replace('example-bank-prod-', '')} ${region}`).sort()).toEqual([
      'Calls-us-east-1 us-east-1',
      'Calls-us-west-2 us-west-2',
      'Console us-east-1',
      'Data us-east-1',
      'Entry us-east-1',
      'Keys-us-east-1 us-east-1',
      'Keys-us-west-2 us-west-2',
      'Numbers us-east-1',
      'Operations-us-east-1 us-east-1',
      'Operations-us-west-2 us-west-2',
      'Skill us-east-1',
    ]);
  });

  it('lets calls in last, when everything that they need is there', () => {
    const reached = new Set<string>();
    const reach = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      for (const before of app.stacks.find((stack) => stack.name === name)?.after ?? []) reach(before);
    };

    reach('example-bank-prod-Entry');

    expect(reached).toEqual(new Set(app.stacks.map(({ name }) => name)));
  });

  it('reads what another stack knows after that stack stands, and lets it change nevertheless', () => {
    const stacks = app.stacks.map(({ name, json, after }) => ({ name, text: JSON.stringify(json), after }));

    const known = stacks.filter(({ text }) => text.includes('"Fn::GetStackOutput"'));
    expect(known.length).toBeGreaterThan(8);
    for (const { text, after } of known) expect(after).toEqual(expect.arrayContaining(stacksReadIn(text)));
    for (const { text } of stacks) expect(text).not.toMatch(/"Fn::ImportValue"|"Export":|CrossRegionExport/);
  });

  it('deploys whatever knows a number again when the numbers change, and nothing else', () => {
    const others = [
      synthesisedApp({ phoneNumber: { areaCode: '253' } }),
      synthesisedApp({ voiceConnectors: [{ ...givenConfig.voiceConnectors[0], id: 'branches' }], ...elsewhere }),
    ];
    const readsNumbers = app.stacks
      .filter(({ json }) => stacksReadIn(JSON.stringify(json)).includes('example-bank-prod-Numbers'))
      .map(({ name }) => name);

    const changed = others.map(({ stacks }) =>
      stacks.filter(({ name, json }) => !isDeepStrictEqual(json, named(app, name).json)).map(({ name }) => name),
    );
    for (const each of others) each.remove();

    expect(readsNumbers.length).toBeGreaterThan(4);
    for (const each of changed) expect(each).toEqual(expect.arrayContaining(readsNumbers));
    for (const each of changed) expect(each.filter((name) => /Keys|Data|Console/.test(name))).toEqual([]);
    const marks = [app, ...others].map((each) => resourcesOf(each, 'Custom::SipRule')[0]?.properties['Numbers']);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('has each alarm lead to its article on the page that the config names', () => {
    const runbookUrl = 'https://wiki.example.com/calls/runbook';
    const linked = synthesisedApp({ alarms: { email: 'operators@example.com', runbookUrl } });
    const alarms = resourcesOf(linked, 'AWS::CloudWatch::Alarm');
    linked.remove();

    expect(new Set(alarms.map(({ stack }) => stack)).size).toBe(2);
    for (const { properties } of alarms)
      expect(properties['AlarmDescription']).toMatch(/ https:\/\/wiki\.example\.com\/calls\/runbook#[a-z-]+$/);
  });

  it('tags everything that can be tagged', () => {
    const bare = app.stacks.flatMap(({ name, resources }) =>
      Object.entries(resources)
        .filter(([id, { Type }]) => !untagged.has(Type) && !ofTheCdk.test(Type) && !ofTheCdk.test(id))
        .filter(([, { Properties }]) => !hasTags(Properties))
        .map(([id, { Type }]) => `${name} ${Type} ${id}`),
    );

    expect(bare).toEqual([]);
  });

  it('forgets each of its logs in time, and keeps them under its own key', () => {
    const groups = resourcesOf(app, 'AWS::Logs::LogGroup');

    expect(groups.length).toBeGreaterThan(10);
    for (const { properties } of groups)
      expect(properties).toMatchObject({ RetentionInDays: 30, KmsKeyId: expect.anything() });
  });

  it.each(['prod', 'dev'] as const)('has in %s a log for each function, made before it runs', (environment) => {
    const each = synthesisedApp({ environment });
    const functions = resourcesOf(each, 'AWS::Lambda::Function');
    each.remove();

    expect(functions.length).toBeGreaterThan(20);
    for (const { properties } of functions)
      expect(properties).toMatchObject({ LoggingConfig: { LogGroup: { Ref: expect.any(String) } } });
  });

  it('runs each of its functions on Node 24, on Arm, with traces, under its own role', () => {
    const ours = ownFunctions(app);

    expect(ours.length).toBeGreaterThan(10);
    for (const { properties } of ours)
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
      });
  });

  it('limits how often functions run at once that anybody outside can set off', () => {
    const limits = ownFunctions(app).flatMap(({ properties: { FunctionName, ReservedConcurrentExecutions } }) =>
      ReservedConcurrentExecutions === undefined ? [] : [[FunctionName, ReservedConcurrentExecutions]],
    );

    expect(Object.fromEntries(limits)).toMatchObject({
      'example-bank-prod-skill': 20,
      'example-bank-prod-sma': 50,
      'example-bank-prod-console-api': 10,
      'example-bank-prod-routing-api': 10,
      'example-bank-prod-meeting-events': 5,
      'example-bank-prod-console-scopes': 5,
    });
  });

  it('can be destroyed by nobody’s mistake in production, and easily elsewhere; what was hardly made can be made again', () => {
    const dev = synthesisedApp({ environment: 'dev' });
    const kept = (each: SynthesisedApp): readonly string[] =>
      each.stacks.flatMap(({ resources }) =>
        Object.values(resources)
          .filter(({ DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete' }) =>
            [DeletionPolicy, UpdateReplacePolicy].some((policy) => policy !== 'Delete'),
          )
          .map(({ Type }) => Type),
      );

    const left = kept(dev);
    dev.remove();

    expect(new Set(kept(app))).toEqual(
      new Set([
        'AWS::Cognito::UserPool',
        'AWS::DynamoDB::GlobalTable',
        'AWS::KMS::Key',
        'AWS::KMS::ReplicaKey',
        'AWS::S3::Bucket',
        'AWS::SecretsManager::Secret',
      ]),
    );
    expect(left).toEqual([]);
    const policies = app.stacks.flatMap(({ resources }) =>
      Object.values(resources).map(
        ({ DeletionPolicy, UpdateReplacePolicy }) => `${DeletionPolicy} ${UpdateReplacePolicy}`,
      ),
    );
    expect(new Set(policies)).toEqual(new Set(['RetainExceptOnCreate Retain', 'Delete Delete', 'undefined undefined']));
  });
});

/** Where calls go without the Voice Connector of the tests. */
const elsewhere = { defaultDestination: 'pstn:+12065550100' };

function named({ stacks }: SynthesisedApp, name: string): SynthesisedApp['stacks'][number] {
  return stacks.find((stack) => stack.name === name)!;
}

/** Names of the stacks whose outputs a template reads. */
function stacksReadIn(template: string): readonly string[] {
  return [...template.matchAll(/"Fn::GetStackOutput":\{"StackName":"([^"]+)"/g)].map(([, name = '']) => name);
}

function ownFunctions(of: SynthesisedApp): ReturnType<typeof resourcesOf> {
  return resourcesOf(of, 'AWS::Lambda::Function').filter(({ properties }) => properties['FunctionName'] !== undefined);
}

/** CloudFormation writes tags as a list, as a map, or on each replica of a table. */
function hasTags(properties: Readonly<Record<string, unknown>> = {}): boolean {
  const { Tags: list, UserPoolTags: map, Replicas: replicas } = properties;
  if (Array.isArray(replicas)) return replicas.every(hasTags);
  const given: Record<string, unknown> = Array.isArray(list)
    ? Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]))
    : { ...(list as object | undefined), ...(map as object | undefined) };
  return Object.entries(tags).every(([tag, value]) => given[tag] === value);
}
