import type { EpochMs } from '../domain/time.ts';
import type { TableSource } from './routing-table-store.ts';

/** Who has worked on a draft last. */
export interface DraftHead {
  /** Another one with each saving. */
  readonly etag: string;
  readonly by: string;
  readonly at: EpochMs;
  /** The version that it was begun from; 0: there was none. */
  readonly basedOn: number;
}

export interface Draft extends DraftHead {
  readonly source: TableSource;
}

export interface DraftSaving extends Omit<DraftHead, 'etag'> {
  readonly source: TableSource;
}

export type DraftResult =
  /** `beginsSitting`: it is the author's first saving of it, or of ten minutes, or follows on somebody else's. */
  | { readonly kind: 'saved'; readonly etag: string; readonly beginsSitting: boolean }
  /** Somebody else has saved or discarded it since: nothing was changed. Without a head: it is not there. */
  | { readonly kind: 'conflict'; readonly head?: DraftHead };

/**
 * Tables that are being worked on: one draft for each table name, which all operators share; kept 30 days since it was saved last.
 * Every method rejects with a BridgeError `store-unavailable` when the store does not answer in time.
 */
export interface DraftStore {
  head(name: string): Promise<DraftHead | undefined>;
  /** Rejects with a BridgeError `record-corrupt` for content that cannot be read. */
  get(name: string): Promise<Draft | undefined>;
  /** All drafts there are, by table name. */
  list(): Promise<ReadonlyMap<string, DraftHead>>;
  /**
   * @param expected the etag that the author started from; undefined: there was no draft.
   * Rejects with a BridgeError `table-too-large` before anything is stored.
   */
  save(name: string, saving: DraftSaving, expected: string | undefined): Promise<DraftResult>;
  /** @returns `none` when there is no draft, which is not a conflict. */
  discard(
    name: string,
    expected: string,
  ): Promise<{ readonly kind: 'discarded' | 'none' } | (DraftResult & { kind: 'conflict' })>;
}
