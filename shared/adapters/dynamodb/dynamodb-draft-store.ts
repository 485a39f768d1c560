import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { draftIsOver } from '../../domain/draft-life.ts';
import { sittingSince } from '../../domain/sitting.ts';
import { hasCode } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Draft, DraftHead, DraftResult, DraftSaving, DraftStore } from '../../ports/draft-store.ts';
import type { Ids } from '../../ports/ids.ts';
import { systemIds } from '../system/system-ids.ts';
import { DraftContents } from './draft-content.ts';
import { DraftHeads } from './draft-heads.ts';
import { headOf, type StoredDraftHead } from './draft-item.ts';
import { readSource, writeSource } from './routing-table-content.ts';
import { inParallel } from './routing-table-requests.ts';
import { corrupt } from './routing-table-sections.ts';

const requestsAtOnce = 8;
/** Each time somebody saved while it was read. */
const attemptsToRead = 4;

export interface DynamoDbDraftStoreOptions {
  readonly tableName: string;
  readonly clock: Clock;
  /** What etags are made of. Default: random. */
  readonly ids?: Ids;
}

/**
 * Drafts in DynamoDB: a head, and the content that it names by its etag. The content is written before the head moves, and the one
 * before is deleted after it; so whoever reads finds one whole saving, or none. What a broken saving leaves behind, DynamoDB sweeps.
 */
export class DynamoDbDraftStore implements DraftStore {
  readonly #heads: DraftHeads;
  readonly #contents: DraftContents;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(client: DynamoDBDocumentClient, { tableName, clock, ids = systemIds }: DynamoDbDraftStoreOptions) {
    this.#heads = new DraftHeads(client, { tableName });
    this.#contents = new DraftContents(client, { tableName });
    this.#clock = clock;
    this.#ids = ids;
  }

  async head(name: string): Promise<DraftHead | undefined> {
    const head = await this.#head(name);
    return head && headOf(head);
  }

  async get(name: string): Promise<Draft | undefined> {
    for (let attempt = 1; attempt <= attemptsToRead; attempt += 1) {
      const head = await this.#head(name);
      if (head === undefined) return undefined;
      const octets = await this.#contents.read(name, head);
      if (octets !== undefined) return { ...headOf(head), source: await readSource(octets) };
      // Deleted while it was read, if the head has moved on.
      if ((await this.#head(name))?.etag === head.etag) break;
    }
    throw corrupt('the content of a draft is missing, or was changed');
  }

  async list(): Promise<ReadonlyMap<string, DraftHead>> {
    const names = await this.#heads.names();
    const heads = await inParallel(names.length, requestsAtOnce, async (index) => {
      const name = names[index] ?? '';
      const head = await this.head(name);
      return head === undefined ? undefined : ([name, head] as const);
    });
    return new Map(heads.filter((each) => each !== undefined));
  }

  async save(name: string, saving: DraftSaving, expected: string | undefined): Promise<DraftResult> {
    const { source, by, at, basedOn } = saving;
    // Compressed first: a draft that is too large must not leave a trace.
    const octets = await writeSource(name, source);
    const stored = await this.#heads.get(name);
    const before = this.#unlessOver(stored);
    if (before?.etag !== expected) return conflictWith(before);

    const etag = this.#ids.uuid();
    const shape = await this.#contents.write(name, { etag, at, octets });
    await this.#heads.addName(name, at);
    const since = sittingSince(saving, before);
    const head = { etag, by, at, basedOn, since, ...shape };
    if (!(await this.#heads.put(name, head, stored?.etag))) {
      const now = await this.#head(name);
      // Our own first attempt may have moved it, and its answer been lost.
      if (now?.etag !== etag) {
        await this.#clear(name, head);
        return conflictWith(now);
      }
    }
    if (stored !== undefined) await this.#clear(name, stored);
    return { kind: 'saved', etag, beginsSitting: since === at };
  }

  async discard(name: string, expected: string): ReturnType<DraftStore['discard']> {
    const head = await this.#head(name);
    if (head === undefined) return { kind: 'none' };
    if (head.etag !== expected) return conflictWith(head);
    if (!(await this.#heads.delete(name, expected))) {
      const now = await this.#head(name);
      if (now !== undefined) return conflictWith(now);
    }
    await this.#clear(name, head);
    return { kind: 'discarded' };
  }

  async #head(name: string): Promise<StoredDraftHead | undefined> {
    return this.#unlessOver(await this.#heads.get(name));
  }

  /** DynamoDB may take days to sweep an item. */
  #unlessOver(head: StoredDraftHead | undefined): StoredDraftHead | undefined {
    return head === undefined || draftIsOver(head.at, this.#clock.now()) ? undefined : head;
  }

  /** Of a content that nobody refers to any more. What is saved stays saved when this fails: DynamoDB sweeps it in time. */
  async #clear(name: string, head: StoredDraftHead): Promise<void> {
    try {
      await this.#contents.delete(name, head);
    } catch (error) {
      if (!hasCode(error, 'store-unavailable')) throw error;
    }
  }
}

function conflictWith(head: StoredDraftHead | undefined): DraftResult & { readonly kind: 'conflict' } {
  return { kind: 'conflict', ...(head === undefined ? {} : { head: headOf(head) }) };
}
