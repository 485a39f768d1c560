import { copiesName, folderOf, inStore, openStore, type StoredCopy } from './copy-store.ts';
import type { LocalCopies } from './local-copies.ts';

/** As long as drafts are kept at the API. */
const keptMs = 30 * 24 * 3_600_000;

/**
 * In IndexedDB. Each tab has a copy of its own, and holds a lock while it is open: by that another tab knows a copy that nobody
 * works on any more.
 */
export function indexedCopies(person: string, table: string): LocalCopies & { close(): void } {
  const folder = `${folderOf(person)}${table}/`;
  const own = `${folder}${crypto.randomUUID()}`;
  const open = openStore();
  open.then(forgetOld).catch(() => undefined);
  const held = Promise.withResolvers<void>();
  // Nobody waits for the lock: it lasts as long as the page.
  navigator.locks.request(lockOf(own), () => held.promise).catch(() => undefined);

  async function leftOver(): Promise<readonly StoredCopy[]> {
    const [all, { held: locks = [] }] = await Promise.all([
      inStore<StoredCopy[]>(open, 'readonly', (store) => store.getAll(IDBKeyRange.bound(folder, `${folder}\uFFFF`))),
      navigator.locks.query(),
    ]);
    const living = new Set(locks.map(({ name }) => name));
    return all.filter(({ key }) => !living.has(lockOf(key)));
  }

  return {
    put: async (copy) => void (await inStore(open, 'readwrite', (store) => store.put({ ...copy, key: own }))),
    left: async () => {
      const copies = (await leftOver()).filter(({ at }) => at > Date.now() - keptMs);
      const [latest] = copies.toSorted((a, b) => b.at - a.at);
      if (latest === undefined) return undefined;
      const { key: _key, ...copy } = latest;
      return copy;
    },
    clear: async () => {
      const keys = [own, ...(await leftOver()).map(({ key }) => key)];
      await Promise.all(keys.map((key) => inStore(open, 'readwrite', (store) => store.delete(key))));
    },
    close: () => held.resolve(),
  };
}

/** Whoever's they are, and of whichever table: nobody may open that one again. One at a time, since drafts are large. */
function forgetOld(database: IDBDatabase): void {
  const request = database.transaction(copiesName, 'readwrite').objectStore(copiesName).openCursor();
  request.addEventListener('success', () => {
    const cursor = request.result;
    if (cursor === null) return;
    if ((cursor.value as StoredCopy).at <= Date.now() - keptMs) cursor.delete();
    cursor.continue();
  });
}

function lockOf(key: string): string {
  return `draft:${key}`;
}
