import type { SavedDraft, TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import type { LocalCopies, LocalCopy } from './local-copies.ts';

/** What a copy is made of: without its draft nobody could tell later whether somebody else has saved since. */
interface MadeFrom {
  readonly head: SavedDraft | undefined;
  readonly basedOn: number;
}

/** The copy in this browser of what is not saved yet. It may fail: then a page asks before it is closed. */
export class OwnCopy {
  readonly #copies: LocalCopies;
  readonly #now: () => number;
  #revision = 0;

  /** @param now milliseconds since 1970. */
  constructor(copies: LocalCopies, now: () => number) {
    this.#copies = copies;
    this.#now = now;
  }

  /** The last that was kept. */
  get revision(): number {
    return this.#revision;
  }

  /** What was left here when the page was closed. Never rejects. */
  async left(): Promise<LocalCopy | undefined> {
    return this.#copies.left().catch(() => undefined);
  }

  /** Never rejects. */
  async keep(
    { revision, source }: { readonly revision: number; readonly source: TableSourceBody },
    { head, basedOn }: MadeFrom,
  ): Promise<void> {
    const etag = head === undefined ? {} : { etag: head.etag };
    try {
      await this.#copies.put({ source, basedOn, at: this.#now(), ...etag });
      this.#revision = revision;
    } catch {
      // `revision` says that there is none.
    }
  }

  clear(): void {
    this.#copies.clear().catch(() => undefined);
  }
}
