import { checkCallsBetween, writeCallsCursor } from '../../contracts/calls-between.ts';
import { beginsCall } from '../../domain/call-flow/beginning.ts';
import type { CallRecord, DeliveryReceipt } from '../../domain/call-flow/call-record.ts';
import type { CallRecordsOfCall, CallRecordStore, CallsBetween, CallsPage } from '../../ports/call-record-store.ts';

interface Kept {
  readonly records: Map<number, CallRecord>;
  /** The sequence of what is there until the whole record is. */
  beginning?: number;
  receipt?: DeliveryReceipt;
}

/** Call records in this process: for tests, and for trying things out. Nothing is ever deleted. */
export class MemoryCallRecordStore implements CallRecordStore {
  readonly #calls = new Map<string, Kept>();

  begin(record: CallRecord): Promise<void> {
    const call = this.#of(record.transactionId);
    if (!call.records.has(record.sequence)) {
      call.records.set(record.sequence, record);
      call.beginning = record.sequence;
    }
    return Promise.resolve();
  }

  put(records: readonly CallRecord[], receipt?: DeliveryReceipt): Promise<void> {
    for (const record of records) {
      const call = this.#of(record.transactionId);
      if (call.records.has(record.sequence) && call.beginning !== record.sequence) continue;
      call.records.set(record.sequence, record);
      if (call.beginning === record.sequence) delete call.beginning;
    }
    if (receipt !== undefined) {
      const call = this.#of(receipt.transactionId);
      if (receipt.deliveries.length > (call.receipt?.deliveries.length ?? -1)) call.receipt = receipt;
    }
    return Promise.resolve();
  }

  ofCall(transactionId: string): Promise<CallRecordsOfCall | undefined> {
    const call = this.#calls.get(transactionId);
    if (call === undefined) return Promise.resolve(undefined);
    const records = [...call.records.values()].sort((a, b) => a.sequence - b.sequence);
    return Promise.resolve({ records, ...(call.receipt === undefined ? {} : { receipt: call.receipt }) });
  }

  async between(wanted: CallsBetween): Promise<CallsPage> {
    const { from, to, limit, after } = checkCallsBetween(wanted);
    const begun = [...this.#calls.values()]
      .flatMap(({ records }) => [...records.values()].find(beginsCall) ?? [])
      .filter(({ callStartedAt }) => callStartedAt >= from && callStartedAt < to)
      .sort(latestFirst);
    const start = begun.findIndex(({ transactionId }) => transactionId === after?.transactionId) + 1;
    const page = begun.slice(start, start + limit);
    const last = page.at(-1);
    const isMore = start + limit < begun.length;
    return {
      calls: page.map(({ transactionId, callStartedAt }) => ({ transactionId, startedAt: callStartedAt })),
      ...(last !== undefined && isMore ? { cursor: writeCallsCursor({ ...last, startedAt: last.callStartedAt }) } : {}),
    };
  }

  #of(transactionId: string): Kept {
    const call = this.#calls.get(transactionId) ?? { records: new Map<number, CallRecord>() };
    this.#calls.set(transactionId, call);
    return call;
  }
}

function latestFirst(a: CallRecord, b: CallRecord): number {
  return b.callStartedAt - a.callStartedAt || (a.transactionId < b.transactionId ? 1 : -1);
}
