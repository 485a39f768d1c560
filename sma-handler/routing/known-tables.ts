import type { IndexedTable } from '../../shared/domain/routing/indexed-table.ts';
import type { EpochMs } from '../../shared/domain/time.ts';

export interface KnownTable {
  readonly version: number;
  readonly table: IndexedTable;
}

/**
 * The published routing tables, as the call flow asks for them. Whoever gives up waiting aborts the signal, so that the next one
 * does not wait for an answer that will not come.
 */
export interface KnownTables {
  /** The version for a call that has begun: at once when one is known, however old; 0 when nothing has been published. */
  currentVersion(call?: CallBegun): Promise<number>;
  /** Undefined for a version that cannot be used. Rejects when the store does not answer. */
  version(version: number, signal?: AbortSignal): Promise<KnownTable | undefined>;
  /** As `version`, but in the place of one that cannot be used the last one before it that can be. */
  versionOrOlder(version: number, signal?: AbortSignal): Promise<KnownTable | undefined>;
  /** Asks for a newer version when it is time to. Never rejects; gives up when `signal` is aborted. */
  refresh(signal?: AbortSignal): Promise<void>;
}

export interface CallBegun {
  /** A call that began before a newer version was taken keeps the one from before. Absent: it begins now. */
  readonly begunAt?: EpochMs;
  readonly signal?: AbortSignal;
}
