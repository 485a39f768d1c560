import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readTableReasons } from '../../contracts/stored-table/reasons.ts';
import type { PublishedReasons, ReasonsCall, ReasonsInForce } from '../../ports/published-reasons.ts';
import { RoutingTableChunks, type StoredPart } from './routing-table-chunks.ts';
import { runtimePartOf, versionOf } from './routing-table-item.ts';
import { RoutingTableItems } from './routing-table-items.ts';
import { corrupt, headAtBeginning, opened } from './routing-table-sections.ts';

/**
 * Reasons out of the routing tables in DynamoDB. The pointer is asked for together with the newest version, which is nearly always
 * the one that it names: one round trip. A second one gets the first chunk of a table that is divided, or the version that
 * the pointer names, where a publication that broke off left a newer one. Whoever would need a third gets none.
 */
export class DynamoDbPublishedReasons implements PublishedReasons {
  readonly #items: RoutingTableItems;
  readonly #chunks: RoutingTableChunks;

  constructor(client: DynamoDBDocumentClient, options: { readonly tableName: string }) {
    this.#items = new RoutingTableItems(client, options);
    this.#chunks = new RoutingTableChunks(client, options);
  }

  async inForce(name: string, { known, ...call }: ReasonsCall = {}): Promise<ReasonsInForce> {
    const [version, newest] = await Promise.all([this.#items.current(name, call), this.#items.newest(name, call)]);
    if (version === 0) return { kind: 'none' };
    if (version === known) return { kind: 'unchanged' };
    if (newest !== undefined && versionOf(newest) === version) {
      const beginning = await this.#chunks.readBeginning(name, runtimePartOf(newest), call);
      return reasonsIn(version, beginning);
    }
    const item = await this.#items.version(name, version, ['runtime'], call);
    const part: StoredPart | undefined = item && runtimePartOf(item);
    return part instanceof Uint8Array ? reasonsIn(version, part) : { kind: 'none' };
  }
}

/** None where the head goes on beyond the beginning: a table of that many rules takes too long to read for a word of greeting. */
async function reasonsIn(version: number, beginning: Uint8Array): Promise<ReasonsInForce> {
  const head = headAtBeginning(beginning);
  if (head === undefined) return { kind: 'none' };
  try {
    return { kind: 'read', version, reasons: readTableReasons((await opened(head)).toString('utf8')) };
  } catch (cause) {
    throw corrupt('its reasons cannot be read', cause);
  }
}
