import { RemovalPolicy, type CfnTag } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { TableDefinition, TableIndex } from '../../../shared/contracts/tables.ts';

export interface GlobalTableProps {
  readonly tableName: string;
  readonly definition: TableDefinition;
  readonly standbyRegion: string;
  readonly key: kms.IKey;
  /** Of the same key in the standby Region. */
  readonly standbyKeyArn: string;
  /**
   * Whether the table outlives its stack, and nobody deletes it by mistake. A creation that is rolled back would take the table away again,
   * but nobody deletes what is protected, CloudFormation neither (Amazon DynamoDB developer guide, deletion protection): the stack is then
   * ROLLBACK_FAILED, and can be deleted once the protection is off in both Regions.
   */
  readonly retain: boolean;
  /** For the standby Region's table: the CDK tags that of the primary Region alone. */
  readonly standbyTags: readonly CfnTag[];
}

/**
 * A DynamoDB table in both Regions, paid by the request: either is read and written, and the other follows within a second or so
 * (Amazon DynamoDB developer guide, global tables; eventual consistency). Its stream is there for that, and nobody else reads it.
 */
export class GlobalTable extends Construct {
  readonly table: dynamodb.TableV2;

  constructor(scope: Construct, id: string, props: GlobalTableProps) {
    super(scope, id);
    const { partitionKey, sortKey, indexes = {}, timeToLiveAttribute }: TableDefinition = props.definition;
    this.table = new dynamodb.TableV2(this, 'Table', {
      tableName: props.tableName,
      partitionKey: attribute(partitionKey),
      ...(sortKey === undefined ? {} : { sortKey: attribute(sortKey) }),
      globalSecondaryIndexes: Object.entries(indexes).map(([name, index]) => secondaryIndex(name, index)),
      ...(timeToLiveAttribute === undefined ? {} : { timeToLiveAttribute }),
      billing: dynamodb.Billing.onDemand(),
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(props.key, {
        [props.standbyRegion]: props.standbyKeyArn,
      }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.retain,
      removalPolicy: props.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      replicas: [{ region: props.standbyRegion, tags: [...props.standbyTags] }],
    });
  }
}

type Key = TableDefinition['partitionKey'];

function secondaryIndex(indexName: string, index: TableIndex): dynamodb.GlobalSecondaryIndexPropsV2 {
  return {
    indexName,
    partitionKey: attribute(index.partitionKey),
    sortKey: attribute(index.sortKey),
    projectionType: index.keysOnly === true ? dynamodb.ProjectionType.KEYS_ONLY : dynamodb.ProjectionType.ALL,
  };
}

function attribute({ name, type }: Key): dynamodb.Attribute {
  return { name, type: type === 'S' ? dynamodb.AttributeType.STRING : dynamodb.AttributeType.NUMBER };
}
