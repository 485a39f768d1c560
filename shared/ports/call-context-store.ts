import type { CallContext } from '../domain/call-context.ts';
import type { CallContextId } from '../domain/call-context-id.ts';
import type { E164 } from '../domain/phone-number.ts';
import type { EpochMs } from '../domain/time.ts';

export interface Claim {
  readonly transactionId: string;
  /** The routing table version that the call is to keep: the first claim's stays. */
  readonly tableVersion: number;
  readonly now: EpochMs;
}

export type ClaimResult =
  | { readonly kind: 'claimed'; readonly context: CallContext; readonly tableVersion: number }
  | { readonly kind: 'claimedByAnotherCall' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'expired' };

/** A request of Alexa's by which the call of a context is ordered. */
export interface CallOrder {
  readonly requestId: string;
  readonly now: EpochMs;
}

export type OrderResult =
  /** By this request for the first time: the call is to be placed. */
  | { readonly kind: 'ordered'; readonly context: CallContext }
  /** The same request was here before, and its call has been placed, or is being: not once more. */
  | { readonly kind: 'orderedBefore'; readonly context: CallContext }
  /** There is none, or it has expired. */
  | { readonly kind: 'notFound' };

/** Who looked at a context, and when: the receipt that it reached the other side. */
export interface Delivery {
  /** Whose credentials asked: a client or user id, never a person's name. */
  readonly to: string;
  readonly at: EpochMs;
}

export type DeliveryResult =
  { readonly kind: 'delivered'; readonly context: CallContext } | { readonly kind: 'notFound' };

/** A call that has claimed a context. */
export interface ContextCall {
  readonly contextId: CallContextId;
  readonly transactionId: string;
}

/**
 * Where call contexts are kept between the skill, the call and the agent.
 * Every method rejects with a BridgeError `store-unavailable` when the store does not answer in time.
 */
export interface CallContextStore {
  put(context: CallContext): Promise<void>;
  /** Loads, and remembers which request ordered the call last, in one conditional write. */
  order(id: CallContextId, order: CallOrder): Promise<OrderResult>;
  /** Whether or not there is such a context. */
  forget(id: CallContextId): Promise<void>;
  /** All contexts of that owner. @returns how many there were. */
  forgetAllOf(owner: string): Promise<number>;
  /** Loads and claims in one conditional write. The same transaction may claim again and gets the same answer. */
  claim(id: CallContextId, claim: Claim): Promise<ClaimResult>;
  /**
   * The context that was made last for this number, `since` or later, which has neither expired nor been claimed. A call that
   * shows the number is believed to be the caller's: whoever can show a false number gets the routing of somebody else, no more.
   */
  recent(
    phoneNumber: E164,
    times: {
      readonly since: EpochMs;
      readonly now: EpochMs;
      /** Whose own claim does not count: a repeated invocation finds what it found before. */
      readonly transactionId?: string;
    },
  ): Promise<CallContextId | undefined>;
  /** The contexts that were made for this number, `since` or later, and whose call was ordered; a thousand at most. In any order. */
  orderedFor(phoneNumber: E164, times: { readonly since: EpochMs }): Promise<readonly CallContextId[]>;
  /**
   * The calls that have claimed this context, or another one of the same owner or number that has not expired either; of each of
   * the two the latest 20. In any order. Undefined when there is no such context, or it has expired.
   */
  callsOf(id: CallContextId, times: { readonly now: EpochMs }): Promise<readonly ContextCall[] | undefined>;
  /** Who has looked at the context so far, oldest first; none for a context that is not there. */
  deliveries(id: CallContextId): Promise<readonly Delivery[]>;
  /** Loads for an agent and records the delivery in the same write. An expired context is not found. */
  deliver(id: CallContextId, delivery: Delivery): Promise<DeliveryResult>;
}
