import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CallRecord, DeliveryReceipt } from '../../domain/call-flow/call-record.ts';
import { hasCode } from '../../errors.ts';
import type { Logger } from '../../observability/logger.ts';
import type { CallRecordsOfCall, CallRecordStore, CallsBetween, CallsPage } from '../../ports/call-record-store.ts';
import type { StoreCall } from '../../ports/routing-table-store.ts';
import { itemOfReceipt, itemOfRecord } from './call-record-attributes.ts';
import { isReceipt, receiptOf, recordOf } from './call-record-item.ts';
import { CallsByTime } from './calls-by-time.ts';
import { putBeginning } from './put-beginning.ts';
import { abortable, inParallel } from './routing-table-requests.ts';
import { conditionalStoreCall, storeCall } from './store-call.ts';

type Item = Record<string, unknown>;

/** Fifteen records take two round trips; each connection has to be opened first, which costs more than the wait for a second one. */
const requestsAtOnce = 8;

/**
 * Call records in DynamoDB: an item a record, written under the condition that it is not there (BatchWriteItem knows no
 * conditions, and would let a repeated invocation write over the first one).
 *
 * An item that is no record is skipped and logged as `record-corrupt`, for the others tell of the call, too: a call of which
 * nothing else is there is not found. A call whose first record was lost is found by its transaction only, not by time.
 */
export class DynamoDbCallRecordStore implements CallRecordStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #log: Logger;
  readonly #byTime: CallsByTime;

  constructor(
    client: DynamoDBDocumentClient,
    { tableName, log }: { readonly tableName: string; readonly log: Logger },
  ) {
    this.#client = client;
    this.#tableName = tableName;
    this.#log = log;
    this.#byTime = new CallsByTime(client, { tableName, readable: (item, read) => this.#readable(item, read) });
  }

  begin(record: CallRecord, call: StoreCall = {}): Promise<void> {
    return putBeginning(this.#client, this.#tableName, record, call);
  }

  async put(records: readonly CallRecord[], receipt?: DeliveryReceipt, call: StoreCall = {}): Promise<void> {
    const [first] = records;
    const puts = [
      ...records.map((record) => this.#putOfRecord(record)),
      ...(receipt === undefined || first === undefined ? [] : [this.#putOfReceipt(receipt, first)]),
    ];
    await inParallel(puts.length, requestsAtOnce, async (index) => {
      const put = puts[index];
      if (put !== undefined) await conditionalStoreCall('put a call record', this.#client.send(put, abortable(call)));
    });
  }

  async ofCall(transactionId: string): Promise<CallRecordsOfCall | undefined> {
    const items = await this.#itemsOf(transactionId);
    const records = items.filter((item) => !isReceipt(item)).flatMap((item) => this.#readable(item, recordOf));
    const [receipt] = items.filter(isReceipt).flatMap((item) => this.#readable(item, receiptOf));
    if (records.length === 0 && receipt === undefined) return undefined;
    return { records, ...(receipt === undefined ? {} : { receipt }) };
  }

  /** An index follows its table by some milliseconds: a call that has just been written may be missing. */
  between(wanted: CallsBetween): Promise<CallsPage> {
    return this.#byTime.between(wanted);
  }

  #putOfRecord(record: CallRecord): PutCommand {
    return new PutCommand({
      TableName: this.#tableName,
      Item: itemOfRecord(record),
      ConditionExpression: 'attribute_not_exists(transactionId) OR attribute_exists(isBeginning)',
    });
  }

  /** Deliveries only grow in number: of two receipts the one that knows more stays, whichever came first. */
  #putOfReceipt(receipt: DeliveryReceipt, { callStartedAt }: CallRecord): PutCommand {
    return new PutCommand({
      TableName: this.#tableName,
      Item: itemOfReceipt(receipt, callStartedAt),
      ConditionExpression: 'attribute_not_exists(transactionId) OR size(deliveries) < :known',
      ExpressionAttributeValues: { ':known': receipt.deliveries.length },
    });
  }

  /** Up to 1000 invocations (Amazon Chime SDK developer guide, invoke-on-call-leg): more than one answer of DynamoDB may hold. */
  async #itemsOf(transactionId: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    let start: Item | undefined;
    do {
      const query = new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: 'transactionId = :transactionId',
        ExpressionAttributeValues: { ':transactionId': transactionId },
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      });
      const { Items = [], LastEvaluatedKey } = await storeCall('load call records', this.#client.send(query));
      items.push(...Items);
      start = LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  }

  /** What was read, or nothing. */
  #readable<Value>(item: Item, read: (item: Item) => Value): Value[] {
    try {
      return [read(item)];
    } catch (error) {
      if (!hasCode(error, 'record-corrupt')) throw error;
      const { transactionId } = item;
      this.#log.error('call-record-corrupt', error, typeof transactionId === 'string' ? { transactionId } : {});
      return [];
    }
  }
}
