import type { AttributeDefinition, CreateTableCommandInput, KeySchemaElement } from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from '../../../shared/contracts/tables.ts';

type Key = TableDefinition['partitionKey'];

/** Keys and indexes of a table, as CreateTable wants them: every attribute that is a key anywhere is defined once. */
export function tableSchema({
  partitionKey,
  sortKey,
  indexes = {},
}: TableDefinition): Pick<CreateTableCommandInput, 'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'> {
  const keys = [partitionKey, ...(sortKey === undefined ? [] : [sortKey])];
  const secondary = Object.entries(indexes).map(([name, index]) => ({
    name,
    keys: [index.partitionKey, index.sortKey],
    keysOnly: index.keysOnly === true,
  }));
  return {
    AttributeDefinitions: definitions([...keys, ...secondary.flatMap((index) => index.keys)]),
    KeySchema: keySchema(keys),
    // None is not an empty list: that is refused.
    ...(secondary.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: secondary.map(({ name, keys, keysOnly }) => ({
            IndexName: name,
            KeySchema: keySchema(keys),
            Projection: { ProjectionType: keysOnly ? ('KEYS_ONLY' as const) : ('ALL' as const) },
          })),
        }),
  };
}

function definitions(keys: readonly Key[]): AttributeDefinition[] {
  const types = new Map(keys.map(({ name, type }) => [name, type]));
  return [...types].map(([name, type]) => ({ AttributeName: name, AttributeType: type }));
}

function keySchema(keys: readonly Key[]): KeySchemaElement[] {
  return keys.map(({ name }, index) => ({ AttributeName: name, KeyType: index === 0 ? 'HASH' : 'RANGE' }));
}
