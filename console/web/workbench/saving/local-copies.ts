import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';

/** What somebody typed, in the browser's own storage until the API has it. */
export interface LocalCopy {
  readonly source: TableSourceBody;
  /** Of the draft that it was made from; undefined: there was none. */
  readonly etag?: string;
  readonly basedOn: number;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** The copies of one person, of one table. Where a browser gives no storage, `put` rejects and the rest finds nothing. */
export interface LocalCopies {
  put(copy: LocalCopy): Promise<void>;
  /** The latest that a closed tab has left. */
  left(): Promise<LocalCopy | undefined>;
  /** Of this tab, and those that were left. */
  clear(): Promise<void>;
}
