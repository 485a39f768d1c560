import type { CallRecord, DeliveryReceipt } from '../domain/call-flow/call-record.ts';
import type { EpochMs } from '../domain/time.ts';
import type { StoreCall } from './routing-table-store.ts';

/** One call in a list: its first record tells of it. */
export interface CallSummary {
  readonly transactionId: string;
  readonly startedAt: EpochMs;
}

export interface CallRecordsOfCall {
  /** By sequence. */
  readonly records: readonly CallRecord[];
  readonly receipt?: DeliveryReceipt;
}

export interface CallsBetween {
  readonly from: EpochMs;
  /** Not included; at most 31 days after `from`. */
  readonly to: EpochMs;
  /** 1 to 100. */
  readonly limit: number;
  /** Of the page before. */
  readonly cursor?: string;
}

export interface CallsPage {
  /** Latest first. */
  readonly calls: readonly CallSummary[];
  /** Absent: that was all. */
  readonly cursor?: string;
}

/**
 * What happened to calls: one record for each (transactionId, sequence), kept 90 days. Every method rejects with a BridgeError
 * `store-unavailable` when the store does not answer in time.
 */
export interface CallRecordStore {
  /**
   * Of a call that has just begun, before anything is decided: it is listed from now on. What `put` has of the same sequence takes
   * its place, and stays.
   */
  begin(record: CallRecord, call?: StoreCall): Promise<void>;
  /** All of one call, 1 or more. A record that is there already stays as it is: writing the same again changes nothing. */
  put(records: readonly CallRecord[], receipt?: DeliveryReceipt, call?: StoreCall): Promise<void>;
  ofCall(transactionId: string): Promise<CallRecordsOfCall | undefined>;
  between(wanted: CallsBetween): Promise<CallsPage>;
}
