import type {
  DraftResponse,
  ReviewResponse,
  SavedDraft,
  TableResponse,
  TableSourceBody,
  VersionAnswer,
} from '../../../../shared/contracts/tables-api.ts';

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly head: SavedDraft }
  /** Somebody else has saved since, or the draft is gone: nothing was changed. */
  | { readonly kind: 'conflict'; readonly head?: SavedDraft };

/** What the API does with one table, for the desk. Everything rejects with a Problem. */
export interface DraftServer {
  /** Neither: there is no such table. */
  load(): Promise<{ readonly draft?: DraftResponse; readonly published?: TableResponse }>;
  /** Who is ahead, without the texts: quick enough for every few seconds. */
  heads(): Promise<{ readonly draft?: SavedDraft; readonly current?: VersionAnswer }>;
  /** @param etag of the draft that one has seen; undefined: there was none. */
  save(source: TableSourceBody, basedOn: number, etag: string | undefined): Promise<SaveAnswer>;
  discard(etag: string): Promise<void>;
  review(source: TableSourceBody): Promise<ReviewResponse>;
  /** @returns the version. */
  publish(publication: { because: string; basedOn: number; etag: string }): Promise<number>;
}

export function sameSource(a: TableSourceBody | undefined, b: TableSourceBody | undefined): boolean {
  return (
    a?.table.text === b?.table.text &&
    a?.branches?.name === b?.branches?.name &&
    a?.branches?.text === b?.branches?.text
  );
}
