import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { CallRecord } from '../../shared/domain/call-flow/call-record.ts';

/** A record that is still to be written, without what every event of the call says again. */
export type PendingRecord = Omit<CallRecord, 'transactionId' | 'sipMediaApplicationId' | 'region'>;

/** The records as they are stored, by any event of their call. */
export function recordsOfCall({ CallDetails }: SmaEvent, pending: readonly PendingRecord[]): readonly CallRecord[] {
  const { TransactionId: transactionId, SipMediaApplicationId: sipMediaApplicationId, AwsRegion: region } = CallDetails;
  const call = {
    transactionId,
    ...(sipMediaApplicationId === undefined ? {} : { sipMediaApplicationId }),
    ...(region === undefined ? {} : { region }),
  };
  return pending.map((record) => ({ ...call, ...record }));
}
