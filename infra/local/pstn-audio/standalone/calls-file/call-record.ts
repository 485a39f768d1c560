import type { ActionTrace, InvocationTrace, LegTrace } from '../../service/trace.ts';

/** One line of a calls file: a call from its beginning to its end. Times are ISO 8601, durations milliseconds. */
export interface CallRecord {
  readonly tag: string;
  readonly transactionId: string;
  /** The functions it was told to: more than one when the first could not be had. */
  readonly functions: readonly string[];
  readonly startedAt: string;
  readonly endedAt: string;
  readonly legs: readonly LegRecord[];
  readonly events: readonly EventRecord[];
  readonly actions: readonly ActionRecord[];
  readonly sip: readonly SipRecord[];
  /** What no event has told. */
  readonly notes: readonly string[];
}

export type LegRecord = Pick<LegTrace, 'callId' | 'tag' | 'direction'> & {
  readonly sipCallId?: string;
  /** Masked, unless the file is a full one; absent when no event has told. */
  readonly to?: string;
  readonly from?: string;
};

export type EventRecord = Pick<InvocationTrace, 'sequence' | 'deliveries' | 'actions'> & {
  readonly type: string;
  readonly ms: number;
  readonly failure?: string;
  /** ErrorTypes of the deliveries that failed, first to last; absent when none has. */
  readonly errors?: readonly string[];
  /** ErrorType of the refusal. */
  readonly invalid?: string;
  /** In a full file only. */
  readonly event?: object;
  readonly response?: unknown;
};

export type ActionRecord = {
  readonly type: ActionTrace['actionType'];
  readonly ms: number;
  readonly ErrorType?: string;
  /** What the error leaves open. */
  readonly note?: string;
  /** In a full file only: parameters and what became of them. */
  readonly result?: object;
};

export interface SipRecord {
  /** Since the call began. */
  readonly ms: number;
  readonly leg?: string;
  readonly direction: 'in' | 'out';
  /** Such as `INVITE` or `200 INVITE`. */
  readonly what: string;
}
