import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CallRecord } from '../../domain/call-flow/call-record.ts';
import type { StoreCall } from '../../ports/routing-table-store.ts';
import { itemOfBeginning } from './call-record-attributes.ts';
import { abortable } from './routing-table-requests.ts';
import { conditionalStoreCall } from './store-call.ts';

/** `begin` of a CallRecordStore, without the rest of it: a function that takes calls loads no more than that for the first one. */
export async function putBeginning(
  client: DynamoDBDocumentClient,
  tableName: string,
  record: CallRecord,
  call: StoreCall = {},
): Promise<void> {
  const put = new PutCommand({
    TableName: tableName,
    Item: itemOfBeginning(record),
    ConditionExpression: 'attribute_not_exists(transactionId)',
  });
  await conditionalStoreCall('put the beginning of a call', client.send(put, abortable(call)));
}
