/** Where a browser keeps texts by key: its storage, as far as it lets us. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  keys(): readonly string[];
  /** From now on nothing is put here any more: the page is being left. */
  close(): void;
  /** Takes away everything but what has one of these keys. */
  clearBut(kept: readonly string[]): void;
}

/**
 * A shelf that never throws: browsers refuse storage to sandboxed frames and in some private windows, and a storage may be full. What
 * they refuse lasts as long as the page.
 * @param open asked at each use: the mere look at `localStorage` may throw.
 */
export function safeShelf(open: () => Storage): Shelf {
  const refused = new Map<string, string>();
  let isClosed = false;
  const ask = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(open());
    } catch {
      return otherwise;
    }
  };
  const removeItem = (key: string): void => {
    refused.delete(key);
    ask((storage) => storage.removeItem(key), undefined);
  };
  const keys = (): readonly string[] => {
    const kept = ask((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''), []);
    return [...refused.keys(), ...kept];
  };
  return {
    getItem: (key) => refused.get(key) ?? ask((storage) => storage.getItem(key), null),
    setItem: (key, value) => {
      if (isClosed) return;
      refused.delete(key);
      const isKept = ask((storage) => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (!isKept) refused.set(key, value);
    },
    removeItem,
    keys,
    close: () => {
      isClosed = true;
    },
    clearBut: (kept) => {
      for (const key of keys()) if (!kept.includes(key)) removeItem(key);
    },
  };
}

/** Of this browser. */
export const localShelf: Shelf = safeShelf(() => localStorage);
/** Of this tab, and gone with it. */
export const sessionShelf: Shelf = safeShelf(() => sessionStorage);

/** What the keys begin with of texts that are typed and in no draft: forms with mistakes, and reasons for what is not done yet. */
export const typedKeys = { form: 'unfinished-forms:', reason: 'because ' } as const;
