import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { NamedTable } from './table-definition.ts';

/** Attributes in DynamoDB's own JSON: `{ "S": "…" }`. */
export type StoredItem = Record<string, AttributeValue>;

/** An item that a request has written or deleted. */
export interface WrittenItem {
  readonly tableName: string;
  /** Partition key and sort key, nothing else. */
  readonly key: StoredItem;
  /** The same for every request that names this item. */
  readonly id: string;
}

/** What is wrong with a value DynamoDB itself will say. */
const itemSchema = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object'),
);
const putSchema = z.object({ TableName: z.string(), Item: itemSchema });
const keyedSchema = z.object({ TableName: z.string(), Key: itemSchema });
const batchSchema = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.object({
        PutRequest: z.object({ Item: itemSchema }).optional(),
        DeleteRequest: z.object({ Key: itemSchema }).optional(),
      }),
    ),
  ),
});

/**
 * The items that a request writes when it succeeds; none for one that only reads, or that DynamoDB will refuse. Transactions are
 * not among them: the embedded DynamoDB has none.
 *
 * @param operation as the header X-Amz-Target names it: `PutItem`.
 */
export function writtenItems(operation: string, body: unknown, tables: readonly NamedTable[]): readonly WrittenItem[] {
  const written = (tableName: string, attributes: StoredItem): readonly WrittenItem[] => {
    const key = keyOf(tableName, attributes, tables);
    return key === undefined ? [] : [{ tableName, key, id: JSON.stringify([tableName, ...Object.values(key)]) }];
  };
  switch (operation) {
    case 'PutItem': {
      const { data } = putSchema.safeParse(body);
      return data === undefined ? [] : written(data.TableName, data.Item);
    }
    case 'UpdateItem':
    case 'DeleteItem': {
      const { data } = keyedSchema.safeParse(body);
      return data === undefined ? [] : written(data.TableName, data.Key);
    }
    case 'BatchWriteItem': {
      const { data } = batchSchema.safeParse(body);
      return Object.entries(data?.RequestItems ?? {}).flatMap(([tableName, requests]) =>
        requests.flatMap(({ PutRequest, DeleteRequest }) =>
          written(tableName, PutRequest?.Item ?? DeleteRequest?.Key ?? {}),
        ),
      );
    }
    default:
      return [];
  }
}

function keyOf(tableName: string, attributes: StoredItem, tables: readonly NamedTable[]): StoredItem | undefined {
  const table = tables.find((each) => each.tableName === tableName);
  if (table === undefined) return undefined;
  const key: StoredItem = {};
  for (const { name } of [table.partitionKey, ...(table.sortKey === undefined ? [] : [table.sortKey])]) {
    const value = attributes[name];
    if (value === undefined) return undefined;
    key[name] = value;
  }
  return key;
}
