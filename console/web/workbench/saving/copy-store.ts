import type { LocalCopy } from './local-copies.ts';

/** As it lies in IndexedDB. */
export interface StoredCopy extends LocalCopy {
  /** Person, table and tab. */
  readonly key: string;
}

export const copiesName = 'copies';

/** What the keys of a person's copies begin with. */
export function folderOf(person: string): string {
  return `${person}/`;
}

/** Rejects where the browser gives no storage. */
export function openStore(): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  // In a private window a browser may refuse at once.
  try {
    const request = indexedDB.open('skill-call-bridge-drafts', 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(copiesName, { keyPath: 'key' });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no storage')));
    request.addEventListener('blocked', () => reject(new Error('the storage is in use by an older page')));
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
  // Whoever uses it hears of it.
  promise.catch(() => undefined);
  return promise;
}

/** What a request gives, once it is written. */
export async function inStore<T>(
  open: Promise<IDBDatabase>,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const transaction = (await open).transaction(copiesName, mode);
  const request = ask(transaction.objectStore(copiesName));
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  transaction.addEventListener('complete', () => resolve(request.result as T));
  transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the storage is full')));
  transaction.addEventListener('error', () => reject(transaction.error ?? new Error('the storage refused')));
  return promise;
}
