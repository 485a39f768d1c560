import { indexTable } from '../../shared/domain/routing/indexed-table.ts';
import { hasCode } from '../../shared/errors.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { RoutingTableStore, StoreCall } from '../../shared/ports/routing-table-store.ts';
import type { CallBegun, KnownTable, KnownTables } from './known-tables.ts';
import { isAborted, SharedWork, untilAborted } from './shared-work.ts';

/** How long a warm function goes on with the version it knows before it asks for a newer one. */
const freshForMs = 30_000;
/** A version that could not be used is not asked for again before. */
const unusableForMs = 30_000;
/** The current one, and one that calls may still be pinned to: a large table takes 150 MB. */
const versionsKept = 2;
/** So far back a function goes that begins while the current version cannot be loaded. */
const versionsLookedBack = 4;

export interface PublishedTablesOptions {
  readonly store: Pick<RoutingTableStore, 'currentVersion' | 'load' | 'history'>;
  readonly clock: Clock;
  readonly name: string;
  readonly log: Logger;
}

/**
 * The routing table as this function knows it.
 *
 *     cold ── currentVersion() waits for the pointer ──► known ──┐ currentVersion() waits for nothing
 *                                                         ▲      │
 *                                                         └──────┘ refresh(), 30 s after the pointer was read
 *
 * Versions never change, so only the pointer grows old. A call that begins takes the version that is known, however old,
 * and keeps it: `version` finds it for as long as it is the current one or the last other one that was used. `refresh` belongs
 * into invocations that nobody waits for: a newer version is taken by the calls that begin after it has been loaded whole.
 *
 * A call that began before keeps the version from before, so that an event that is delivered again is decided as it was the first
 * time, without asking anybody: by the moment at which the call began two functions agree that knew the same version then. One that
 * knew another, having begun or slept in between, can only be told by a store; a claimed context does, and calls without one go without.
 *
 * A version that cannot be used (corrupt, written by a newer release, not there) is logged once and asked for again after 30 s,
 * while calls go on with the last good one; a function that has none looks for it in the history. Only a function that knows
 * nothing yet has to wait for the store, and it is for its caller to say how long.
 */
export class PublishedTables implements KnownTables {
  readonly #store: PublishedTablesOptions['store'];
  readonly #clock: Clock;
  readonly #name: string;
  readonly #log: Logger;
  /** The one used last is the last. */
  readonly #versions = new Map<number, KnownTable>();
  readonly #loading = new SharedWork<number, KnownTable | undefined>();
  readonly #asking = new SharedWork<'pointer', number>();
  /** Given to calls that begin; it has been loaded, or is 0. */
  #current: number | undefined;
  /** Given to calls that had begun by then. */
  #replaced: { readonly version: number; readonly at: number } | undefined;
  /** What the pointer said while no version was known. */
  #pointed: number | undefined;
  /** When the pointer was read. */
  #asked = -Infinity;
  /** Versions that were logged as unusable, and when each was last tried. */
  readonly #unusable = new Map<number, number>();

  constructor({ store, clock, name, log }: PublishedTablesOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#name = name;
    this.#log = log;
  }

  /**
   * The version for a call that has begun: at once when one is known; 0 when nothing has been published.
   * Rejects only when none is known and the store does not answer.
   */
  async currentVersion({ begunAt, signal }: CallBegun = {}): Promise<number> {
    if (this.#current !== undefined) {
      const before = begunAt !== undefined && begunAt < (this.#replaced?.at ?? 0) ? this.#replaced : undefined;
      return before?.version ?? this.#current;
    }
    this.#pointed = await this.#pointedVersion(signal);
    if (this.#pointed === 0) this.#current = 0;
    return this.#pointed;
  }

  /**
   * A version by its number, from the store when it is not among those known; undefined when it cannot be used.
   * Rejects with a BridgeError `store-unavailable` when the store does not answer: then it may be usable.
   */
  async version(version: number, signal?: AbortSignal): Promise<KnownTable | undefined> {
    const known = this.#versions.get(version);
    if (known !== undefined) this.#keep(known);
    const found = known ?? (await this.#loadUsable(version, signal));
    if (found !== undefined && version === this.#pointed) this.#current ??= version;
    return found;
  }

  /** As `version`; where it cannot be used, the last one before it that can be. It is then the current one. */
  async versionOrOlder(version: number, signal?: AbortSignal): Promise<KnownTable | undefined> {
    const found = await this.version(version, signal);
    if (found !== undefined) return found;
    const older = await this.#lastUsable(version, signal);
    this.#current ??= older?.version;
    return older;
  }

  /**
   * Asks for a newer version when the pointer was read 30 s ago or longer, and loads it. Never rejects: what went wrong is
   * logged. When `signal` is aborted it gives up at once, and nothing that still comes is taken.
   */
  async refresh(signal?: AbortSignal): Promise<void> {
    if (isAborted(signal) || this.#clock.now() - this.#asked < freshForMs) return;
    try {
      await this.#refresh(signal);
    } catch (error) {
      if (!isAborted(signal)) this.#log.error('table-refresh-failed', error);
    }
  }

  async #refresh(signal: AbortSignal | undefined): Promise<void> {
    const asked = this.#clock.now();
    const version = await this.#pointedVersion(signal);
    // Nothing is ever unpublished: a pointer that has gone is no reason to leave calls without a table.
    if (version === 0) this.#current ??= 0;
    else if ((await this.version(version, signal)) !== undefined) this.#take(version);
    // An older one is better than none, and 0 is none.
    else this.#current ||= (await this.#lastUsable(version, signal))?.version;
    this.#asked = asked;
  }

  #take(version: number): void {
    // 0 is no table: whoever began without one may have one now.
    const replaces = this.#current !== undefined && this.#current !== 0 && this.#current !== version;
    if (replaces) this.#replaced = { version: this.#current ?? 0, at: this.#clock.now() };
    this.#current = version;
  }

  async #lastUsable(before: number, signal: AbortSignal | undefined): Promise<KnownTable | undefined> {
    const call = signal === undefined ? {} : { signal };
    const history = this.#store.history(this.#name, versionsLookedBack, call);
    for (const { version } of await untilAborted(history, signal)) {
      const older = version < before ? await this.version(version, signal) : undefined;
      if (older !== undefined) return older;
    }
    return undefined;
  }

  async #loadUsable(version: number, signal: AbortSignal | undefined): Promise<KnownTable | undefined> {
    const tried = this.#unusable.get(version);
    if (tried !== undefined && this.#clock.now() - tried < unusableForMs) return undefined;
    const about = { tableVersion: version };
    try {
      const loaded = await this.#load(version, signal);
      if (loaded !== undefined) {
        if (endsSoon(loaded, this.#clock.now())) this.#log.warn('opening-hours-end-soon', about);
        return loaded;
      }
      if (tried === undefined) this.#log.warn('table-unusable', { ...about, code: 'record-missing' });
    } catch (error) {
      if (isAborted(signal) || hasCode(error, 'store-unavailable')) throw error;
      if (tried === undefined) this.#log.error('table-unusable', error, about);
    }
    this.#unusable.set(version, this.#clock.now());
    return undefined;
  }

  #pointedVersion(signal?: AbortSignal): Promise<number> {
    return this.#asking.of('pointer', (call) => this.#store.currentVersion(this.#name, call), signal);
  }

  #load(version: number, signal?: AbortSignal): Promise<KnownTable | undefined> {
    const load = async (call: StoreCall): Promise<KnownTable | undefined> => {
      const published = await this.#store.load(this.#name, version, call);
      call.signal?.throwIfAborted();
      if (published === undefined) return undefined;
      const known: KnownTable = { version, table: indexTable(published.table) };
      this.#keep(known);
      return known;
    };
    return this.#loading.of(version, load, signal);
  }

  #keep(table: KnownTable): void {
    this.#versions.delete(table.version);
    this.#versions.set(table.version, table);
    const forgotten = [...this.#versions.keys()].find((version) => version !== this.#current);
    if (this.#versions.size > versionsKept && forgotten !== undefined) this.#versions.delete(forgotten);
  }
}

/** Beyond what was compiled everything is closed: an operator has thirty days to publish the table again. */
function endsSoon({ table: { table } }: KnownTable, now: number): boolean {
  return table.schedules.some(({ compiledUntil }) => compiledUntil < now + 30 * 24 * 3_600_000);
}
