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

export type RollbackResult = PublishResult | { readonly kind: 'unknownVersion' };

/** The files that an operator wrote, as they were when the table was published. */
export interface TableSource {
  /** The table's own file. */
  readonly table: SourceFile;
  /** The file that its branches came from, if they had one. */
  readonly branches?: SourceFile;
}

export interface SourceFile {
  /** As the table names it: "branches.csv"; for the table itself its base name. */
  readonly name: string;
  readonly text: string;
}

/** What is remembered of a version, beside its content. */
export interface VersionRecord extends Publication {
  readonly version: number;
  /** The version whose content this one has again; absent when it brought its own. */
  readonly rollbackTo?: number;
}

export interface StoreCall {
  /** Aborted, the method rejects soon, and nothing of it runs on. */
  readonly signal?: AbortSignal;
}

/**
 * Published routing tables. Versions are immutable; publishing writes a new one and then moves the pointer
 * with a conditional write; rolling back publishes an old version's content under a new number, so that the history only grows.
 * Every method rejects with a BridgeError `store-unavailable` when the store does not answer in time.
 */
export interface RoutingTableStore {
  /** Names of all tables that have been published, in alphabetical order. */
  names(): Promise<readonly string[]>;
  /** 0 when nothing has been published under that name. */
  currentVersion(name: string, call?: StoreCall): Promise<number>;
  /** Rejects with a BridgeError `record-corrupt` or `table-format-unknown` for content that cannot be read. */
  load(name: string, version: number, call?: StoreCall): Promise<PublishedTable | undefined>;
  source(name: string, version: number): Promise<TableSource | undefined>;
  /** Versions that were in force at some time, newest first; `limit` of them at most, 50 by default. */
  history(name: string, limit?: number, call?: StoreCall): Promise<readonly VersionRecord[]>;
  /** Rejects with a BridgeError `table-too-large` before anything is stored. */
  publish(table: RoutingTable, source: TableSource, publication: Publication): Promise<PublishResult>;
  /** Puts the content of an earlier version in force again. */
  rollback(name: string, to: number, publication: Publication): Promise<RollbackResult>;
}
