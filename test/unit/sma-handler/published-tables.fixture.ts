import { MemoryRoutingTableStore } from '../../../shared/adapters/memory/memory-routing-table-store.ts';
import type { PublishedTable } from '../../../shared/domain/routing/table.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import type { RoutingTableStore, StoreCall, VersionRecord } from '../../../shared/ports/routing-table-store.ts';
import { PublishedTables } from '../../../sma-handler/routing/published-tables.ts';
import { publication, source } from '../../contract/routing-table-store.fixture.ts';
import { routingTableOf } from '../../support/routing-table-builder.ts';
import { TimersFake } from '../../support/timers-fake.ts';

type Trouble = BridgeError | 'slow' | 'missing';

/** A store in memory whose answers can fail, or not come for as long as the test wants. */
export class TroubledStore implements Pick<RoutingTableStore, 'currentVersion' | 'load' | 'history'> {
  readonly asked: string[] = [];
  readonly signals: (AbortSignal | undefined)[] = [];
  readonly troubles = new Map<string, Trouble>();
  #tables = new MemoryRoutingTableStore();
  #slow: (() => void)[] = [];

  async publish(table = routingTableOf()): Promise<void> {
    const current = await this.#tables.currentVersion('example-bank');
    await this.#tables.publish(table, source, publication(current));
  }

  /** As if somebody had emptied the store. */
  unpublish(): void {
    this.#tables = new MemoryRoutingTableStore();
  }

  currentVersion(name: string, call?: StoreCall): Promise<number> {
    return this.#answer('current', () => this.#tables.currentVersion(name), call);
  }

  load(name: string, version: number, call?: StoreCall): Promise<PublishedTable | undefined> {
    const what = `load ${version}`;
    return this.#answer(
      what,
      async () => (this.troubles.get(what) === 'missing' ? undefined : this.#tables.load(name, version)),
      call,
    );
  }

  history(name: string, limit?: number, call?: StoreCall): Promise<readonly VersionRecord[]> {
    return this.#answer('history', () => this.#tables.history(name, limit), call);
  }

  /** Slow answers come now, as they are by now. */
  async answerAtLast(): Promise<void> {
    const waiting = this.#slow;
    this.#slow = [];
    for (const answer of waiting) answer();
    await settled();
  }

  async #answer<Answer>(what: string, answer: () => Promise<Answer>, call: StoreCall = {}): Promise<Answer> {
    this.asked.push(what);
    this.signals.push(call.signal);
    const trouble = this.troubles.get(what);
    if (trouble instanceof BridgeError) throw trouble;
    if (trouble === 'slow') await new Promise<void>((resolve) => this.#slow.push(resolve));
    return answer();
  }
}

export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

/** The outcome of something so far. */
export async function soFar<Value>(work: Promise<Value>): Promise<Value | 'waiting'> {
  let outcome: Value | 'waiting' = 'waiting';
  void work.then((value) => (outcome = value));
  await settled();
  return outcome;
}

export const unavailable = new BridgeError('store-unavailable', 'DynamoDB did not answer');
export const corrupt = new BridgeError('record-corrupt', 'not as the contract says');
export const tooNew = new BridgeError('table-format-unknown', 'format version 2');

/** A function that knows nothing yet, and a store in which so many versions were published. */
export async function published(versions: number) {
  const store = new TroubledStore();
  for (let version = 0; version < versions; version += 1) await store.publish();
  const clock = new TimersFake();
  const logged: string[] = [];
  const log = createLogger({ clock, write: (line) => logged.push(line) });
  return { store, clock, logged, tables: new PublishedTables({ store, clock, name: 'example-bank', log }) };
}

/** A warm function that has version 1, whose pointer was read 30 s ago. */
export async function warm() {
  const all = await published(1);
  await all.tables.refresh();
  await all.clock.advanceBy(30_000);
  all.store.asked.length = 0;
  return all;
}
