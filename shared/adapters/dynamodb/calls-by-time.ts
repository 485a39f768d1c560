import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  checkCallsBetween,
  writeCallsCursor,
  type CallsPosition,
  type CheckedCalls,
} from '../../contracts/calls-between.ts';
import type { callRecordsTable } from '../../contracts/tables.ts';
import { epochMs, type EpochMs } from '../../domain/time.ts';
import type { CallsBetween, CallsPage } from '../../ports/call-record-store.ts';
import { dayOf } from './call-record-attributes.ts';
import { positionOf } from './call-record-item.ts';
import { storeCall } from './store-call.ts';

type Item = Record<string, unknown>;

const byTime: keyof (typeof callRecordsTable)['indexes'] = 'byTime';
const dayMs = 24 * 60 * 60 * 1000;

interface DayQuery {
  readonly day: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly limit: number;
  readonly start: Item | undefined;
}

/** Lists calls by the index of the table's first records, a day after the other, the latest first. */
export class CallsByTime {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  /** What was read, or nothing where the item is not what it should be. */
  readonly #readable: (item: Item, read: (item: Item) => CallsPosition) => readonly CallsPosition[];

  constructor(
    client: DynamoDBDocumentClient,
    {
      tableName,
      readable,
    }: {
      readonly tableName: string;
      readonly readable: (item: Item, read: (item: Item) => CallsPosition) => readonly CallsPosition[];
    },
  ) {
    this.#client = client;
    this.#tableName = tableName;
    this.#readable = readable;
  }

  async between(wanted: CallsBetween): Promise<CallsPage> {
    const checked = checkCallsBetween(wanted);
    const { limit, after } = checked;
    const found: CallsPosition[] = [];
    for await (const call of this.#calls(checked)) {
      // Nobody knows whether a repeated invocation has its sequence again: a call may have begun twice.
      if (call.transactionId === (found.at(-1) ?? after)?.transactionId) continue;
      found.push(call);
      // One more than wanted: whether there is another page.
      if (found.length > limit) break;
    }
    const calls = found.slice(0, limit);
    const last = calls.at(-1);
    return {
      calls: calls.map(({ transactionId, startedAt }) => ({ transactionId, startedAt })),
      ...(found.length > limit && last !== undefined ? { cursor: writeCallsCursor(last) } : {}),
    };
  }

  async *#calls({ from, to, limit, after }: CheckedCalls): AsyncGenerator<CallsPosition> {
    let start = after === undefined ? undefined : keyOf(after);
    for (const day of daysFrom(after?.startedAt ?? to - 1, from)) {
      do {
        const page = await this.#query({ day, from, to, limit: limit + 1, start });
        for (const item of page.items) yield* this.#readable(item, positionOf);
        start = page.next;
      } while (start !== undefined);
    }
  }

  async #query({ day, from, to, limit, start }: DayQuery): Promise<{ items: readonly Item[]; next: Item | undefined }> {
    const query = new QueryCommand({
      TableName: this.#tableName,
      IndexName: byTime,
      KeyConditionExpression: '#day = :day AND callStartedAt BETWEEN :from AND :last',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ':day': day, ':from': from, ':last': to - 1 },
      ScanIndexForward: false,
      Limit: limit,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await storeCall('list calls', this.#client.send(query));
    return { items: Items, next: LastEvaluatedKey };
  }
}

/** "day" is a reserved word of DynamoDB only in expressions; in a key it is itself. */
function keyOf({ startedAt, transactionId, sequence }: CallsPosition): Item {
  return { day: dayOf(startedAt), callStartedAt: startedAt, transactionId, sequence };
}

/** Downwards, both included. */
function daysFrom(latest: number, earliest: EpochMs): readonly string[] {
  const days: string[] = [];
  for (let at = Math.floor(latest / dayMs) * dayMs; at > earliest - dayMs; at -= dayMs) days.push(dayOf(epochMs(at)));
  return days;
}
