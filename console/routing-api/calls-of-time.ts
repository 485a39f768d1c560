import { inParallel } from '../../shared/adapters/dynamodb/routing-table-requests.ts';
import { mostCallsOnAPage } from '../../shared/contracts/calls-between.ts';
import type { CallRecord, DeliveryReceipt } from '../../shared/domain/call-flow/call-record.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import type { CallRecordStore, CallsPage } from '../../shared/ports/call-record-store.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** Each call is a query of its own. */
const readAtOnce = 16;

export interface CallsWanted {
  readonly from: EpochMs;
  /** Not included. */
  readonly to: EpochMs;
  /** The latest are taken. */
  readonly atMost: number;
  /** No page is begun after this moment. */
  readonly until: EpochMs;
}

/** Without records: they cannot be read. */
export interface CallOfTime {
  readonly transactionId: string;
  readonly startedAt: EpochMs;
  readonly records: readonly CallRecord[];
  readonly receipt?: DeliveryReceipt;
}

export interface CallsOfTime {
  /** Latest first. */
  readonly calls: readonly CallOfTime[];
  /** There were more, or there was no time to read them. */
  readonly more: boolean;
}

/** The calls that began in some time, with all of their records. Rejects with a BridgeError `store-unavailable`. */
export async function callsOfTime(
  { from, to, atMost, until }: CallsWanted,
  { callRecords, clock }: { readonly callRecords: CallRecordStore; readonly clock: Clock },
): Promise<CallsOfTime> {
  const calls: CallOfTime[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(mostCallsOnAPage, atMost - calls.length);
    const page: CallsPage = await callRecords.between({ from, to, limit, ...(cursor === undefined ? {} : { cursor }) });
    calls.push(
      ...(await inParallel(page.calls.length, readAtOnce, (index) => readCall(page.calls[index], callRecords))).flat(),
    );
    ({ cursor } = page);
  } while (cursor !== undefined && calls.length < atMost && clock.now() < until);
  return { calls, more: cursor !== undefined };
}

async function readCall(
  call: CallsPage['calls'][number] | undefined,
  callRecords: CallRecordStore,
): Promise<readonly CallOfTime[]> {
  if (call === undefined) return [];
  const { records = [], receipt } = (await callRecords.ofCall(call.transactionId)) ?? {};
  return [{ ...call, records, ...(receipt === undefined ? {} : { receipt }) }];
}
