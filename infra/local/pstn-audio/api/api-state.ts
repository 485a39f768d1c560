import type { Timers } from '../../../../shared/ports/timers.ts';
import type { Registry } from '../objects/registry.ts';
import type { RateLimit } from '../service/rate-limit.ts';
import { DeletionQueue } from './deletion-queue.ts';
import { PhoneNumberOrders } from './phone-number-orders.ts';

/** What AWS keeps for the account and calls do not need. */
export class ApiState {
  readonly orders: PhoneNumberOrders;
  readonly deletionQueue: DeletionQueue;
  /** For the operations that place and update calls. */
  readonly callLimit: RateLimit;
  /** The outbound calling name of numbers that have none of their own: kept as data, for the local network shows none. */
  callingName: { readonly CallingName: string; readonly CallingNameUpdatedTimestamp: string } | undefined;
  /** The account's Voice Connector settings: kept as data. */
  globalSettings: { readonly CdrBucket?: string } = {};

  constructor(parts: { readonly registry: Registry; readonly timers: Timers; readonly callLimit: RateLimit }) {
    this.orders = new PhoneNumberOrders(parts.registry);
    this.deletionQueue = new DeletionQueue(parts);
    this.callLimit = parts.callLimit;
  }

  close(): void {
    this.deletionQueue.close();
  }
}
