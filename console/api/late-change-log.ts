import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ChangeLog } from '../../shared/ports/change-log.ts';
import type { Logger } from '../../shared/observability/logger.ts';

/** The audit, whose code is loaded with the first change: a function that is asked who calls starts without it. */
export function lateChangeLog(
  client: DynamoDBDocumentClient,
  options: { readonly tableName: string; readonly log: Logger },
): Pick<ChangeLog, 'add'> {
  let store: ChangeLog | undefined;
  return {
    async add(change) {
      const { DynamoDbChangeLog } = await import('../../shared/adapters/dynamodb/dynamodb-change-log.ts');
      store ??= new DynamoDbChangeLog(client, options);
      await store.add(change);
    },
  };
}
