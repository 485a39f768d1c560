import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { InvocationTime } from './invocation-time.ts';

/** One delivery of an event, and the time there is for it. */
export interface Invocation {
  readonly event: SmaEvent;
  readonly time: InvocationTime;
}

/** What log lines say of it. */
export function describe(event: SmaEvent): { transactionId: string; sequence: number; invocationEventType: string } {
  return {
    transactionId: event.CallDetails.TransactionId,
    sequence: event.Sequence,
    invocationEventType: event.InvocationEventType,
  };
}
