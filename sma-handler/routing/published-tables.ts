import type { PublishedTable } from '../../shared/domain/routing/table.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { RoutingTableStore } from '../../shared/ports/routing-table-store.ts';

/** How long a warm function goes on with the version it knows before it asks for a newer one. */
const freshForMs = 30_000;
/** The versions that calls may still be pinned to are few. */
const versionsKept = 4;

/** The routing table as this function knows it: versions never change, so that only the pointer grows old. */
export class PublishedTables {
  readonly #store: RoutingTableStore;
  readonly #clock: Clock;
  readonly #name: string;
  readonly #versions = new Map<number, PublishedTable>();
  #current: { readonly version: number; readonly asked: number } | undefined;

  constructor(options: { readonly store: RoutingTableStore; readonly clock: Clock; readonly name: string }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#name = options.name;
  }

  /** The version to give to a call that begins now. When the store does not answer, the last one known; else rejects. */
  async currentVersion(): Promise<number> {
    const now = this.#clock.now();
    if (this.#current !== undefined && now - this.#current.asked < freshForMs) return this.#current.version;
    try {
      this.#current = { version: await this.#store.currentVersion(this.#name), asked: now };
    } catch (error) {
      if (this.#current === undefined) throw error;
    }
    return this.#current.version;
  }

  async version(version: number): Promise<PublishedTable | undefined> {
    const known = this.#versions.get(version);
    if (known !== undefined) return known;
    const loaded = await this.#store.load(this.#name, version);
    if (loaded !== undefined) this.#keep(loaded);
    return loaded;
  }

  #keep(table: PublishedTable): void {
    this.#versions.set(table.version, table);
    const oldest = this.#versions.keys().next().value;
    if (this.#versions.size > versionsKept && oldest !== undefined) this.#versions.delete(oldest);
  }
}
