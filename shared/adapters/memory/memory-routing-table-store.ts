import type { PublishedTable, RoutingTable } from '../../domain/routing/table.ts';
import type {
  Publication,
  PublishResult,
  RollbackResult,
  RoutingTableStore,
  TableSource,
  VersionRecord,
} from '../../ports/routing-table-store.ts';
import { branchesOf, openPackedBranches, packBranches } from '../packed-branches/packed-branches.ts';

interface Version {
  readonly record: VersionRecord;
  readonly table: RoutingTable;
  readonly source: TableSource;
}

/** Routing tables in this process: for tests, and for trying things out. */
export class MemoryRoutingTableStore implements RoutingTableStore {
  /** By name, oldest first. */
  readonly #versions = new Map<string, readonly Version[]>();

  names(): Promise<readonly string[]> {
    return Promise.resolve([...this.#versions.keys()].sort());
  }

  currentVersion(name: string): Promise<number> {
    return Promise.resolve(this.#current(name));
  }

  load(name: string, version: number): Promise<PublishedTable | undefined> {
    const found = this.#version(name, version);
    return Promise.resolve(found && { version, table: found.table });
  }

  source(name: string, version: number): Promise<TableSource | undefined> {
    return Promise.resolve(this.#version(name, version)?.source);
  }

  history(name: string, limit = 50): Promise<readonly VersionRecord[]> {
    const records = this.#of(name).map(({ record }) => record);
    return Promise.resolve(records.toReversed().slice(0, limit));
  }

  publish(table: RoutingTable, source: TableSource, publication: Publication): Promise<PublishResult> {
    return Promise.resolve(
      this.#put(table.name, publication, { table: copyOf(table), source: structuredClone(source) }),
    );
  }

  rollback(name: string, to: number, publication: Publication): Promise<RollbackResult> {
    const current = this.#current(name);
    if (current !== publication.basedOn) return Promise.resolve({ kind: 'conflict', current });
    const earlier = this.#version(name, to);
    if (earlier === undefined) return Promise.resolve({ kind: 'unknownVersion' });
    return Promise.resolve(this.#put(name, publication, { ...earlier, rollbackTo: to }));
  }

  #put(
    name: string,
    { basedOn, by, because, at }: Publication,
    { table, source, rollbackTo }: Omit<Version, 'record'> & { readonly rollbackTo?: number },
  ): PublishResult {
    const current = this.#current(name);
    if (current !== basedOn) return { kind: 'conflict', current };
    const version = current + 1;
    const record: VersionRecord = {
      version,
      basedOn,
      by,
      because,
      at,
      ...(rollbackTo === undefined ? {} : { rollbackTo }),
    };
    this.#versions.set(name, [...this.#of(name), { record, table, source }]);
    return { kind: 'published', version };
  }

  #current(name: string): number {
    return this.#of(name).length;
  }

  #version(name: string, version: number): Version | undefined {
    return this.#of(name)[version - 1];
  }

  #of(name: string): readonly Version[] {
    return this.#versions.get(name) ?? [];
  }
}

/** What is published does not change when its editor goes on; and its branches are packed, as in every other store. */
function copyOf({ branches, ...head }: RoutingTable): RoutingTable {
  return { ...structuredClone(head), branches: openPackedBranches(packBranches(branchesOf(branches))) };
}
