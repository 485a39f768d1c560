import type { LaterTimers } from './timers.ts';

/** Somebody may come back from another page: what they did can still be taken back then. */
const keptMs = 60_000;

interface Shelved<Desk> {
  readonly desk: Desk;
  users: number;
  closing?: { cancel(): void };
}

/** Desks by table: all who ask for one at a time have the same, and it is closed a while after the last has left. */
export class DeskShelf<Desk extends { close(): void }> {
  readonly #timers: LaterTimers;
  readonly #desks = new Map<string, Shelved<Desk>>();

  constructor(timers: LaterTimers) {
    this.#timers = timers;
  }

  take(table: string, open: () => Desk): Desk {
    const shelved = this.#desks.get(table) ?? { desk: open(), users: 0 };
    this.#desks.set(table, shelved);
    shelved.closing?.cancel();
    shelved.users += 1;
    return shelved.desk;
  }

  putBack(table: string): void {
    const shelved = this.#desks.get(table);
    if (shelved === undefined) return;
    shelved.users -= 1;
    if (shelved.users > 0) return;
    shelved.closing = this.#timers.after(keptMs, () => {
      this.#desks.delete(table);
      shelved.desk.close();
    });
  }
}
