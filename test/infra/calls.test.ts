import { adviserNewsPattern } from '../../shared/contracts/meeting-events.ts';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

let app: SynthesisedApp;
beforeAll(() => {
  app = synthesisedApp();
}, 120_000);
afterAll(() => app.remove());

const account = '123456789012';
const regions = ['us-east-1', 'us-west-2'] as const;
const pstnAudio = 'voiceconnector.chime.amazonaws.com';

describe.each(regions)('what takes calls in %s', (region) => {
  let template: Template;
  let applicationArn: object;
  beforeAll(() => {
    template = app.template('Calls', region);
    const [id] = Object.keys(template.findResources('Custom::SipMediaApplication'));
    applicationArn = { 'Fn::GetAtt': [id, 'SipMediaApplicationArn'] };
  });

  it('is a SIP media application of that Region over a function of that Region', () => {
    const [sma] = Object.keys(
      template.findResources('AWS::Lambda::Function', { Properties: { FunctionName: 'example-bank-prod-sma' } }),
    );

    template.hasResourceProperties('Custom::SipMediaApplication', {
      Name: 'example-bank-prod-calls',
      AwsRegion: region,
      LambdaArn: { 'Fn::GetAtt': [sma, 'Arn'] },
      Tags: Match.arrayWith([{ Key: 'team', Value: 'voice' }]),
    });
  });

  it('lets PSTN Audio invoke the function for that application of that account, and nobody else', () => {
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      Principal: pstnAudio,
      SourceAccount: account,
      SourceArn: applicationArn,
    });
    const others = Object.values(template.findResources('AWS::Lambda::Permission')).filter(
      ({ Properties }) => Properties.Principal !== pstnAudio && Properties.Principal !== 'events.amazonaws.com',
    );
    expect(others).toEqual([]);
  });

  it.each([
    ['plays prompts', 'SMARead', ['s3:GetObject']],
    ['records', 'SMAWrite', ['s3:PutObject', 's3:PutObjectAcl']],
  ])('%s for that application of that account only', (_, sid, actions) => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: sid,
            Effect: 'Allow',
            Principal: { Service: pstnAudio },
            Action: actions.length === 1 ? actions[0] : actions,
            Condition: { StringEquals: { 'aws:SourceAccount': account, 'aws:SourceArn': applicationArn } },
          }),
        ]),
      },
    });
  });

  it('keeps buckets shut to everybody else, encrypted, and reached by TLS only', () => {
    const buckets = Object.values(template.findResources('AWS::S3::Bucket'));
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy'));

    expect(buckets).toHaveLength(3);
    for (const { Properties } of buckets)
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      });
    for (const { Properties } of policies)
      expect(Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
  });

  it('forgets recordings when the config says so', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 90 })]) },
      VersioningConfiguration: Match.absent(),
      LoggingConfiguration: { LogFilePrefix: 'recordings/' },
    });
  });

  it('hears of meetings, and lets no news grow old', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: adviserNewsPattern,
      Targets: [Match.objectLike({ RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 3 } })],
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 240,
      MaximumRetryAttempts: 2,
    });
  });

  it('has a bus that advisers are invited on', () => {
    template.hasResourceProperties('AWS::Events::EventBus', { Name: 'example-bank-prod-advisers' });
  });

  it('reads call contexts in both Regions, and everything else in its own', () => {
    const [role] = Object.values(
      template.findResources('AWS::IAM::Role', {
        Properties: { Description: 'What example-bank-prod-sma may do' },
      }),
    );
    const resources = JSON.stringify(role?.Properties.Policies);

    for (const each of regions)
      expect(resources).toContain(`dynamodb:${each}:${account}:table/example-bank-prod-call-contexts`);
    const otherRegion = regions.find((each) => each !== region);
    expect(resources).not.toContain(`${otherRegion}:${account}:table/example-bank-prod-call-records`);
    expect(resources).not.toContain(`${otherRegion}:${account}:table/example-bank-prod-routing-tables`);
  });
});
