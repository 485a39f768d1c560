import type { PublishedTable, RoutingTable } from '../domain/routing/table.ts';
import type { EpochMs } from '../domain/time.ts';

export interface Publication {
  /** The version that the editor started from; 0 for the first one. */
  readonly basedOn: number;
  readonly by: string;
  readonly because: string;
  readonly at: EpochMs;
}

export type PublishResult =
  | { readonly kind: 'published'; readonly version: number }
  /** Somebody else published since: nothing was changed. */
  | { readonly kind: 'conflict'; readonly current: number };

/**
 * Published routing tables. Versions are immutable; publishing writes a new one and then moves the pointer
 * with a conditional write. Every method rejects with a BridgeError `store-unavailable` when the store does not answer in time.
 */
export interface RoutingTableStore {
  /** 0 when nothing has been published under that name. */
  currentVersion(name: string): Promise<number>;
  load(name: string, version: number): Promise<PublishedTable | undefined>;
  publish(table: RoutingTable, publication: Publication): Promise<PublishResult>;
}
