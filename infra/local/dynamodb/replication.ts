import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import type { ItemImage, Replica } from './replica.ts';
import type { WrittenItem } from './written-items.ts';

export interface ReplicationOptions {
  readonly replicas: readonly Replica[];
  readonly timers: Timers;
  /** From a write to its copy elsewhere, 0 or more. */
  readonly lagMilliseconds: number;
}

/** A copy that is on its way to a replica. */
interface Copy {
  readonly image: ItemImage;
  readonly to: Replica;
  timer: Timer;
}

/** A replica that could not take a copy is asked again after this time, or after the lag if that is longer. */
const againAfterMs = 200;

/**
 * Copies what is written in one Region to all others, item by item and whole, some time later. Of two writes to one item in two
 * Regions the later one stands everywhere in the end (Amazon DynamoDB developer guide, "Global tables", eventual consistency):
 * later is what this host has been told later, so that no two are equally late.
 */
export class Replication {
  readonly #replicas: readonly Replica[];
  readonly #timers: Timers;
  #lagMilliseconds: number;
  #order = 0;
  readonly #waiting = new Set<Copy>();
  /** Writes whose image is not known yet, and copies that are being taken. */
  readonly #underWay = new Set<Promise<void>>();
  #closed = false;

  constructor({ replicas, timers, lagMilliseconds }: ReplicationOptions) {
    this.#replicas = replicas;
    this.#timers = timers;
    this.#lagMilliseconds = lagMilliseconds;
  }

  /** For later writes. */
  set lagMilliseconds(milliseconds: number) {
    this.#lagMilliseconds = milliseconds;
  }

  /** How many copies have not been taken yet. */
  get behind(): number {
    return this.#waiting.size + this.#underWay.size;
  }

  /**
   * Runs a write of these items in a Region, and copies them when `write` says that it has changed something. Resolves with the
   * write's end, whatever comes of the copies.
   */
  write(from: Replica, items: readonly WrittenItem[], write: () => Promise<boolean>): Promise<void> {
    const answered = Promise.withResolvers<void>();
    this.#track(
      from.locks.hold(
        items.map(({ id }) => id),
        async () => {
          // Whoever is answered now may ask at once what is behind: this write is, until its copies wait.
          const changed = await write().catch((error: unknown) => {
            answered.reject(error);
            return false;
          });
          answered.resolve();
          if (changed) await Promise.all(items.map((item) => this.#copy(from, item)));
        },
      ),
    );
    return answered.promise;
  }

  /** Takes what waits at once, without the rest of its lag; resolves when that was tried for all of it. What fails goes on waiting. */
  async catchUp(): Promise<void> {
    await Promise.all(this.#underWay);
    for (const copy of this.#waiting) {
      copy.timer.cancel();
      this.#take(copy);
    }
    await Promise.all(this.#underWay);
  }

  /** What waits is dropped. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { timer } of this.#waiting) timer.cancel();
    this.#waiting.clear();
    await Promise.all(this.#underWay);
  }

  async #copy(from: Replica, item: WrittenItem): Promise<void> {
    const order = (this.#order += 1);
    const image = await this.#persist(() => from.imageOf(item, order));
    if (image === undefined) return;
    for (const to of this.#replicas) if (to !== from) this.#wait(image, to, this.#lagMilliseconds);
  }

  #wait(image: ItemImage, to: Replica, milliseconds: number): void {
    if (this.#closed) return;
    const copy: Copy = { image, to, timer: this.#timers.after(milliseconds, () => this.#take(copy)) };
    this.#waiting.add(copy);
  }

  #take(copy: Copy): void {
    this.#waiting.delete(copy);
    this.#track(
      copy.to
        .take(copy.image)
        .catch(() => this.#wait(copy.image, copy.to, Math.max(againAfterMs, this.#lagMilliseconds))),
    );
  }

  /** Until it succeeds, or this ends: a Region that is down in the moment after a write has the write all the same. */
  async #persist<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    while (!this.#closed) {
      try {
        return await work();
      } catch {
        await new Promise<void>((resolve) => void this.#timers.after(againAfterMs, resolve));
      }
    }
    return undefined;
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }
}
