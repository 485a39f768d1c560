import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DynamoDbCallRecordStore } from '../shared/adapters/dynamodb/dynamodb-call-record-store.ts';
import { putBeginning } from '../shared/adapters/dynamodb/put-beginning.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { CallRecordStore } from '../shared/ports/call-record-store.ts';

/** Call records whose code is loaded when the first whole ones are written, which nobody waits for: a function starts without it. */
export function lateCallRecords(
  client: DynamoDBDocumentClient,
  options: { readonly tableName: string; readonly log: Logger },
): Pick<CallRecordStore, 'begin' | 'put'> {
  let store: DynamoDbCallRecordStore | undefined;
  return {
    begin: (record, call) => putBeginning(client, options.tableName, record, call),

    async put(...records) {
      const { DynamoDbCallRecordStore: Store } =
        await import('../shared/adapters/dynamodb/dynamodb-call-record-store.ts');
      store ??= new Store(client, options);
      await store.put(...records);
    },
  };
}
