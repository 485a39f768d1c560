import { folderOf, inStore, openStore } from './copy-store.ts';

/** All copies of one person in this browser, whichever tab has made them. */
export interface CopiesOfPerson {
  /** Tables of which there is something that the API does not have. None where the browser gives no storage. */
  tables(): Promise<readonly string[]>;
  forget(): Promise<void>;
}

export function copiesOfPerson(person: string): CopiesOfPerson {
  const folder = folderOf(person);
  const range = IDBKeyRange.bound(folder, `${folder}\uFFFF`);

  return {
    tables: async () => {
      try {
        const keys = await inStore<IDBValidKey[]>(openStore(), 'readonly', (store) => store.getAllKeys(range));
        const tables = keys.filter((key) => typeof key === 'string').map((key) => tableOf(key.slice(folder.length)));
        return [...new Set(tables)];
      } catch {
        return [];
      }
    },
    forget: async () => {
      try {
        await inStore(openStore(), 'readwrite', (store) => store.delete(range));
      } catch {
        // Where there is no storage, nothing is in it.
      }
    },
  };
}

/** Of "table/tab". */
function tableOf(rest: string): string {
  return rest.replace(/\/[^/]*$/, '');
}
