import { readChangesCursor, writeChangesCursor } from '../../contracts/changes-cursor.ts';
import type { Change } from '../../domain/change.ts';
import type { ChangeLog, ChangesPage } from '../../ports/change-log.ts';

interface Entry {
  readonly key: string;
  readonly change: Change;
}

/** Changes in this process: for tests, and for trying things out. */
export class MemoryChangeLog implements ChangeLog {
  /** Latest first. */
  #entries: readonly Entry[] = [];
  #count = 0;

  add(change: Change): Promise<void> {
    this.#count += 1;
    const key = `${String(change.at).padStart(15, '0')}#${String(this.#count).padStart(8, '0')}`;
    this.#entries = [...this.#entries, { key, change: { ...change } }].sort((a, b) => (a.key < b.key ? 1 : -1));
    return Promise.resolve();
  }

  latest({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<ChangesPage | undefined> {
    const after = cursor === undefined ? undefined : readChangesCursor(cursor);
    if (cursor !== undefined && after === undefined) return Promise.resolve(undefined);
    const rest = this.#entries.filter(({ key }) => after === undefined || key < after);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return Promise.resolve({
      changes: page.map(({ change }) => change),
      ...(rest.length > limit && last !== undefined ? { cursor: writeChangesCursor(last.key) } : {}),
    });
  }
}
