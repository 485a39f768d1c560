import type { IndexedTable } from '../../shared/domain/routing/indexed-table.ts';

export interface KnownTable {
  readonly version: number;
  readonly table: IndexedTable;
}

/** The published routing tables, as the call flow asks for them. */
export interface KnownTables {
  /** The version for a call that begins: at once when one is known, however old; 0 when nothing has been published. */
  currentVersion(): Promise<number>;
  version(version: number): Promise<KnownTable | undefined>;
  /** Asks for a newer version when it is time to. Never rejects; gives up when `signal` is aborted. */
  refresh(signal?: AbortSignal): Promise<void>;
}
