import type { CallRecord } from '../../shared/domain/call-flow/call-record.ts';
import { epochMs } from '../../shared/domain/time.ts';

/** When calls of tests begin: in the first minute of a day, so that some begin on the day before. */
export const callBeganAt = epochMs(Date.parse('2026-11-18T00:00:30Z'));

/** The first record of a call, unless the test says otherwise; its time follows its sequence. */
export function callRecordOf(changes: Partial<CallRecord> = {}): CallRecord {
  const { sequence = 1, callStartedAt = callBeganAt } = changes;
  return {
    transactionId: '00000000-0000-4000-8000-000000000001',
    sequence,
    at: epochMs(callStartedAt + sequence * 1000),
    event: sequence === 1 ? 'NEW_INBOUND_CALL' : 'ACTION_SUCCESSFUL',
    phase: 'trying',
    tookMs: 12,
    actions: ['Speak', 'CallAndBridge'],
    happenings: [],
    callStartedAt,
    ...changes,
  };
}
