import { Match } from 'aws-cdk-lib/assertions';
import { tableSchema } from '../../infra/local/dynamodb/table-schema.ts';
import {
  callContextsTable,
  callRecordsTable,
  consoleTable,
  routingTablesTable,
  type TableDefinition,
} from '../../shared/contracts/tables.ts';
import { deploymentConfig } from '../support/deployment-config.ts';
import { keysAndData } from './keys-and-data-stacks.ts';

interface GlobalTable {
  readonly DeletionPolicy: string;
  readonly Properties: {
    readonly TableName: string;
    readonly AttributeDefinitions: { readonly AttributeName: string; readonly AttributeType: string }[];
    readonly KeySchema: object[];
    readonly GlobalSecondaryIndexes?: { readonly IndexName: string }[];
    readonly TimeToLiveSpecification?: object;
    readonly BillingMode: string;
    readonly StreamSpecification: object;
    readonly Replicas: {
      readonly Region: string;
      readonly DeletionProtectionEnabled: boolean;
      readonly PointInTimeRecoverySpecification: object;
      readonly Tags: { readonly Key: string; readonly Value: string }[];
    }[];
  };
}

const definitions: readonly [string, TableDefinition][] = [
  ['example-bank-prod-call-contexts', callContextsTable],
  ['example-bank-prod-routing-tables', routingTablesTable],
  ['example-bank-prod-call-records', callRecordsTable],
  ['example-bank-prod-console', consoleTable],
];

describe('what a deployment keeps', () => {
  const { data } = keysAndData(deploymentConfig());
  const tables = Object.values(data.findResources('AWS::DynamoDB::GlobalTable')) as unknown as GlobalTable[];
  const tableNamed = (name: string): GlobalTable['Properties'] =>
    tables.find(({ Properties }) => Properties.TableName === name)!.Properties;
  const byName = <Named extends { readonly AttributeName: string }>(list: readonly Named[]): readonly Named[] =>
    list.toSorted((a, b) => a.AttributeName.localeCompare(b.AttributeName));

  it('is four tables', () => {
    expect(tables.map(({ Properties }) => Properties.TableName)).toEqual(definitions.map(([name]) => name));
  });

  it.each(definitions)(
    'has in %s the keys and indexes that the functions know, and the local cloud too',
    (name, definition) => {
      const { AttributeDefinitions: attributes, KeySchema, GlobalSecondaryIndexes } = tableNamed(name);
      const local = tableSchema(definition);

      expect(byName(attributes)).toEqual(byName(local.AttributeDefinitions as typeof attributes));
      expect(KeySchema).toEqual(local.KeySchema);
      expect(GlobalSecondaryIndexes).toEqual(local.GlobalSecondaryIndexes);
    },
  );

  it.each(definitions)('has in %s the attribute that says when an item may go', (name, { timeToLiveAttribute }) => {
    expect(tableNamed(name).TimeToLiveSpecification).toEqual(
      timeToLiveAttribute === undefined ? undefined : { AttributeName: timeToLiveAttribute, Enabled: true },
    );
  });

  it.each(definitions)('is in %s in both Regions, can be restored to any second, and is tagged in each', (name) => {
    const { Replicas, BillingMode, StreamSpecification } = tableNamed(name);

    expect(BillingMode).toBe('PAY_PER_REQUEST');
    expect(StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(Replicas.map(({ Region }) => Region).sort()).toEqual(['us-east-1', 'us-west-2']);
    for (const { PointInTimeRecoverySpecification, Tags } of Replicas) {
      expect(PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
      expect(Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]))).toEqual({
        name: 'example-bank',
        environment: 'prod',
        team: 'voice',
      });
    }
  });

  it.each([
    { environment: 'prod', policy: 'RetainExceptOnCreate', isProtected: true },
    { environment: 'dev', policy: 'Delete', isProtected: false },
  ] as const)('is protected in $environment: $isProtected', ({ environment, policy, isProtected }) => {
    const template = keysAndData(deploymentConfig({ environment })).data;
    const kept = Object.values(template.findResources('AWS::DynamoDB::GlobalTable')) as unknown as GlobalTable[];

    expect(kept.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([policy, policy, policy, policy]);
    for (const { Properties } of kept)
      for (const { DeletionProtectionEnabled } of Properties.Replicas)
        expect(DeletionProtectionEnabled).toBe(isProtected);
    template.allResources('AWS::SecretsManager::Secret', { DeletionPolicy: policy });
  });

  it('is three secrets for signing keys, without a key in the template', () => {
    const secrets = Object.values(data.findResources('AWS::SecretsManager::Secret')).map(
      ({ Properties }) => Properties,
    );

    expect(secrets.map(({ Name }) => Name as string)).toEqual([
      'example-bank-prod-context-signing',
      'example-bank-prod-call-commands',
      'example-bank-prod-look-up-signing',
    ]);
    for (const { SecretString, GenerateSecretString } of secrets) {
      expect(SecretString).toBeUndefined();
      expect(GenerateSecretString).toEqual({ SecretStringTemplate: '{"keys":{}}', GenerateStringKey: 'unused' });
    }
  });

  it('rotates each secret every 30 days, that of services of others each year, at once for the first time, and only once the function may', () => {
    data.resourceCountIs('AWS::SecretsManager::RotationSchedule', 3);
    for (const [id, secret] of Object.entries(data.findResources('AWS::SecretsManager::Secret'))) {
      const permission = data.findResources('AWS::Lambda::Permission', {
        Properties: {
          Principal: 'secretsmanager.amazonaws.com',
          SourceArn: { Ref: id },
          SourceAccount: { Ref: 'AWS::AccountId' },
        },
      });
      const policy = data.findResources('AWS::IAM::Policy', {
        Properties: { PolicyDocument: { Statement: [Match.objectLike({ Resource: { Ref: id } })] } },
      });

      expect(secret.Properties).toHaveProperty('Name');
      expect([...Object.keys(permission), ...Object.keys(policy)]).toHaveLength(2);
      data.hasResource('AWS::SecretsManager::RotationSchedule', {
        DependsOn: Match.arrayWith(Object.keys(permission)),
        Properties: {
          SecretId: { Ref: id },
          RotationRules: {
            AutomaticallyAfterDays: String(secret.Properties.Name).endsWith('look-up-signing') ? 365 : 30,
          },
          RotateImmediatelyOnUpdate: true,
        },
      });
      expect(Object.values(permission)[0]).toHaveProperty('DependsOn', expect.arrayContaining(Object.keys(policy)));
    }
  });
});
