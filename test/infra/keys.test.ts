import { Match } from 'aws-cdk-lib/assertions';
import { deploymentConfig } from '../support/deployment-config.ts';
import { keysAndData } from './keys-and-data-stacks.ts';

describe('the key of a deployment', () => {
  const { keys, standbyKeys, data } = keysAndData(deploymentConfig());

  it('is one key in both Regions, with new key material every year', () => {
    keys.hasResourceProperties('AWS::KMS::Key', { MultiRegion: true, EnableKeyRotation: true });
    standbyKeys.resourceCountIs('AWS::KMS::Key', 0);
    const [arnFromPrimary] = Object.values(standbyKeys.findResources('AWS::KMS::ReplicaKey')).map(
      ({ Properties }) =>
        (Properties as { PrimaryKeyArn: { 'Fn::GetStackOutput': { OutputName: string; Region: string } } })
          .PrimaryKeyArn['Fn::GetStackOutput'],
    );

    expect(arnFromPrimary?.Region).toBe('us-east-1');
    keys.hasOutput(arnFromPrimary!.OutputName, {
      Value: { 'Fn::GetAtt': [Object.keys(keys.findResources('AWS::KMS::Key'))[0], 'Arn'] },
    });
  });

  it('has the same name in both Regions', () => {
    for (const template of [keys, standbyKeys])
      template.hasResourceProperties('AWS::KMS::Alias', { AliasName: 'alias/example-bank-prod' });
  });

  it.each([
    { case: 'the primary', template: keys, type: 'AWS::KMS::Key', region: 'us-east-1' },
    { case: 'the standby', template: standbyKeys, type: 'AWS::KMS::ReplicaKey', region: 'us-west-2' },
  ])('is used in $case Region by the logs and alarms of this account, and else as roles permit', (each) => {
    const [key] = Object.values(each.template.findResources(each.type));
    const { Statement: statements } = (key!.Properties as { KeyPolicy: { Statement: Statement[] } }).KeyPolicy;

    const services = statements.filter(({ Principal }) => Principal.Service !== undefined);
    expect(services.map(({ Principal }) => Principal.Service)).toEqual([
      `logs.${each.region}.amazonaws.com`,
      'cloudwatch.amazonaws.com',
    ]);
    for (const { Condition } of services) expect(JSON.stringify(Condition)).toContain('AWS::AccountId');
    const others = statements.filter(({ Principal }) => Principal.Service === undefined);
    expect(others.map(({ Principal }) => JSON.stringify(Principal))).toEqual([expect.stringContaining(':root')]);
  });

  it('outlives its stack in production', () => {
    keys.hasResource('AWS::KMS::Key', { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    standbyKeys.hasResource('AWS::KMS::ReplicaKey', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('goes with its stack elsewhere, a week later', () => {
    const dev = keysAndData(deploymentConfig({ environment: 'dev' }));

    dev.keys.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Delete', Properties: { PendingWindowInDays: 7 } });
    dev.standbyKeys.hasResource('AWS::KMS::ReplicaKey', {
      DeletionPolicy: 'Delete',
      Properties: { PendingWindowInDays: 7 },
    });
  });

  it('encrypts whatever is kept in the primary Region, and its copy what is kept in the other', () => {
    const other = Match.objectLike({ 'Fn::Join': ['', Match.arrayWith([':kms:us-west-2:', ':key/'])] });
    const ours = Match.objectLike({
      'Fn::GetStackOutput': Match.objectLike({ StackName: Match.stringLikeRegexp('example-bank-prod-Keys-us-east-1') }),
    });

    data.allResourcesProperties('AWS::DynamoDB::GlobalTable', {
      Replicas: [
        Match.objectLike({ Region: 'us-west-2', SSESpecification: { KMSMasterKeyId: other } }),
        Match.objectLike({ Region: 'us-east-1', SSESpecification: { KMSMasterKeyId: ours } }),
      ],
    });
    data.allResourcesProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: ours,
      ReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: other }],
    });
    data.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: ours, RetentionInDays: 30 });
  });
});

interface Statement {
  readonly Principal: { readonly Service?: string };
  readonly Condition?: unknown;
}
