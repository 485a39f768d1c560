import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PublishedTable, RoutingTable } from '../../domain/routing/table.ts';
import { BridgeError } from '../../errors.ts';
import type {
  Publication,
  PublishResult,
  RollbackResult,
  RoutingTableStore,
  StoreCall,
  TableSource,
  VersionRecord,
} from '../../ports/routing-table-store.ts';
import { RoutingTableChunks } from './routing-table-chunks.ts';
import { readContent, readSource, writeContent, writeSource } from './routing-table-content.ts';
import {
  partsOf,
  recordAttributesOf,
  runtimePartOf,
  sourcePartOf,
  type Parts,
  type RecordAttributes,
} from './routing-table-item.ts';
import { RoutingTableItems } from './routing-table-items.ts';

/** Each time somebody else took the number; of those at least one moves the pointer, which ends it. */
const attemptsAtANumber = 20;

/**
 * Routing tables in DynamoDB: an item a version, never overwritten, and a pointer to the current one. What is too large
 * for an item lies in chunks, written before it.
 *
 * A publication that breaks off leaves chunks that nobody refers to, or a version that was never pointed to; the next one takes
 * the number after it, so version numbers may have gaps. The pointer only moves away from the version that a publication
 * is based on: so the versions that were in force are the current one, the one it was based on, and so on.
 *
 * Beside `store-unavailable`, methods reject with a BridgeError `record-corrupt` (what is stored is not what the
 * contract says), `table-format-unknown` or `table-too-large`.
 */
export class DynamoDbRoutingTableStore implements RoutingTableStore {
  readonly #items: RoutingTableItems;
  readonly #chunks: RoutingTableChunks;

  constructor(client: DynamoDBDocumentClient, options: { readonly tableName: string }) {
    this.#items = new RoutingTableItems(client, options);
    this.#chunks = new RoutingTableChunks(client, options);
  }

  async names(): Promise<readonly string[]> {
    const names = [...(await this.#items.names())].sort();
    const versions = await Promise.all(names.map((name) => this.#items.current(name)));
    // Of one whose first publication broke off there is nothing to be seen.
    return names.filter((_, index) => versions[index] !== 0);
  }

  currentVersion(name: string, call?: StoreCall): Promise<number> {
    return this.#items.current(name, call);
  }

  /** Whether it was ever in force is not asked: whoever knows a version's number has it from the pointer, or the history. */
  async load(name: string, version: number, call: StoreCall = {}): Promise<PublishedTable | undefined> {
    const item = await this.#items.version(name, version, ['runtime'], call);
    if (item === undefined) return undefined;
    const octets = await this.#chunks.read(name, runtimePartOf(item), call);
    return { version, table: await readContent(octets) };
  }

  async source(name: string, version: number): Promise<TableSource | undefined> {
    const item = await this.#items.version(name, version, ['source']);
    return item && readSource(await this.#chunks.read(name, sourcePartOf(item), {}));
  }

  async history(name: string, limit = 50, call: StoreCall = {}): Promise<readonly VersionRecord[]> {
    const records: VersionRecord[] = [];
    if (limit < 1) return records;
    for await (const record of this.#inForce(name, await this.#items.current(name, call), call)) {
      records.push(record);
      if (records.length === limit) break;
    }
    return records;
  }

  async publish(table: RoutingTable, source: TableSource, publication: Publication): Promise<PublishResult> {
    const { name } = table;
    // Compressed first: a table that is too large must not leave a trace.
    const [runtimeOctets, sourceOctets] = await Promise.all([writeContent(table), writeSource(name, source)]);
    const current = await this.#items.current(name);
    if (current !== publication.basedOn) return { kind: 'conflict', current };

    const runtime = await this.#chunks.write(name, runtimeOctets);
    const sourcePart = await this.#chunks.write(name, sourceOctets);
    if (current === 0) await this.#items.addName(name);
    return this.#putInForce(name, { ...recordAttributesOf(publication), runtime, source: sourcePart });
  }

  /** Rejects when the earlier version can no longer be loaded: it must not come into force like that. */
  async rollback(name: string, to: number, publication: Publication): Promise<RollbackResult> {
    const current = await this.#items.current(name);
    if (current !== publication.basedOn) return { kind: 'conflict', current };
    if (!(await this.#wasInForce(name, to, current))) return { kind: 'unknownVersion' };

    const parts = partsOf(await this.#items.version(name, to, ['runtime', 'source']));
    await readContent(await this.#chunks.read(name, parts.runtime, {}));
    return this.#putInForce(name, { ...recordAttributesOf(publication, to), ...parts });
  }

  async #putInForce(name: string, item: RecordAttributes & Parts): Promise<PublishResult> {
    const put = await this.#putNextVersion(name, item);
    if (put.kind === 'conflict') return put;
    const { runtime: _runtime, source: _source, ...record } = item;
    if (await this.#items.movePointer(name, put.version, record)) return put;
    const current = await this.#items.current(name);
    // Our own first attempt may have moved it, and its answer been lost.
    return (await this.#wasInForce(name, put.version, current)) ? put : { kind: 'conflict', current };
  }

  async #putNextVersion(name: string, item: RecordAttributes & Parts): Promise<PublishResult> {
    for (let attempt = 0; attempt < attemptsAtANumber; attempt += 1) {
      const version = (await this.#items.highestVersion(name)) + 1;
      if (await this.#items.put(name, version, item)) return { kind: 'published', version };
      const current = await this.#items.current(name);
      if (current !== item.basedOn) return { kind: 'conflict', current };
    }
    throw new BridgeError('store-unavailable', `routing table ${name}: too many publications at once, publish again`);
  }

  async #wasInForce(name: string, version: number, current: number): Promise<boolean> {
    for await (const record of this.#inForce(name, current, {})) {
      if (record.version <= version) return record.version === version;
    }
    return false;
  }

  /** The current version, the one it was based on, and so on. */
  async *#inForce(name: string, current: number, call: StoreCall): AsyncGenerator<VersionRecord> {
    if (current === 0) return;
    let expected = current;
    for await (const record of this.#items.records(name, current, call)) {
      if (record.version !== expected) continue;
      yield record;
      expected = record.basedOn;
      if (expected === 0) return;
    }
  }
}
