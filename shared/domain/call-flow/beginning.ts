import type { CallRecord } from './call-record.ts';

/** Whether the call began with this invocation: by such a record it is found in time. */
export function beginsCall({ event }: Pick<CallRecord, 'event'>): boolean {
  return event === 'NEW_INBOUND_CALL' || event === 'NEW_OUTBOUND_CALL';
}
