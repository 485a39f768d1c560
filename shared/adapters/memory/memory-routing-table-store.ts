import type { PublishedTable, RoutingTable } from '../../domain/routing/table.ts';
import type { Publication, PublishResult, RoutingTableStore } from '../../ports/routing-table-store.ts';

/** Routing tables in this process: for tests, and for trying things out. */
export class MemoryRoutingTableStore implements RoutingTableStore {
  readonly #versions = new Map<string, PublishedTable[]>();

  currentVersion(name: string): Promise<number> {
    return Promise.resolve(this.#of(name).length);
  }

  load(name: string, version: number): Promise<PublishedTable | undefined> {
    return Promise.resolve(this.#of(name)[version - 1]);
  }

  publish(table: RoutingTable, { basedOn }: Publication): Promise<PublishResult> {
    const versions = this.#of(table.name);
    if (versions.length !== basedOn) return Promise.resolve({ kind: 'conflict', current: versions.length });
    const version = versions.length + 1;
    // A copy: what is published does not change when its editor goes on.
    this.#versions.set(table.name, [...versions, { version, table: structuredClone(table) }]);
    return Promise.resolve({ kind: 'published', version });
  }

  #of(name: string): PublishedTable[] {
    return this.#versions.get(name) ?? [];
  }
}
