import type { Change } from '../domain/change.ts';

export interface ChangesPage {
  /** Latest first. */
  readonly changes: readonly Change[];
  /** For the next page; absent: that was all. */
  readonly cursor?: string;
}

/** The audit: it only grows, and is kept 400 days. Methods reject with a BridgeError `store-unavailable` when the store does not answer in time. */
export interface ChangeLog {
  add(change: Change): Promise<void>;
  /** @param wanted `limit`: 1 to 100. Undefined for a cursor that is none of its own. */
  latest(wanted: { readonly limit: number; readonly cursor?: string }): Promise<ChangesPage | undefined>;
}
