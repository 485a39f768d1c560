import type { Reason } from '../domain/routing/table.ts';
import type { StoreCall } from './routing-table-store.ts';

export type ReasonsInForce =
  | { readonly kind: 'read'; readonly version: number; readonly reasons: readonly Reason[] }
  /** The version that the caller knows is still in force. */
  | { readonly kind: 'unchanged' }
  /** Nothing is published under that name, or its reasons cannot be had cheaply. */
  | { readonly kind: 'none' };

export interface ReasonsCall extends StoreCall {
  /** The version whose reasons the caller has. */
  readonly known?: number;
}

/** The reasons of published routing tables, for whoever needs nothing else of them. */
export interface PublishedReasons {
  /**
   * Of the version in force, in the order of the table, in two round trips one after the other at most.
   * Rejects with a BridgeError `store-unavailable`, `record-corrupt` or `table-format-unknown`.
   */
  inForce(name: string, call?: ReasonsCall): Promise<ReasonsInForce>;
}
