import type { EpochMs } from '../time.ts';
import type { Happening } from './happening.ts';

/** What became of one invocation of one call. All records of a call, in the order of their sequences, tell what happened to it. */
export interface CallRecord {
  readonly transactionId: string;
  readonly sequence: number;
  /** When the function answered. */
  readonly at: EpochMs;
  /** The invocation event, such as HANGUP. */
  readonly event: string;
  /** Where the call stood after it. */
  readonly phase: string;
  /** How long the function took, in milliseconds. */
  readonly tookMs: number;
  /** Types of the actions that were answered with. */
  readonly actions: readonly string[];
  readonly happenings: readonly Happening[];
  /** When the call began, as PSTN Audio says. Each record has it, for the call is found by it. */
  readonly callStartedAt: EpochMs;
  readonly sipMediaApplicationId?: string;
  readonly region?: string;
  /** A key to the caller's context: for whoever may read both. */
  readonly contextId?: string;
}

/** When somebody looked at the caller's context, in a record of the call's end. */
export interface DeliveryReceipt {
  readonly transactionId: string;
  /** Whose credentials asked, and when; oldest first. Empty: nobody looked. */
  readonly deliveries: readonly { readonly to: string; readonly at: EpochMs }[];
}
