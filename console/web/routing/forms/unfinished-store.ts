import { typedKeys } from '../../data/shelf.ts';

/** Where a browser keeps texts until the tab is closed. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * What is typed into forms and is not valid yet: it is in no draft, so it is kept here, by form, when a form scrolls out of sight
 * or the page is loaded anew.
 */
export class UnfinishedStore {
  readonly #store: TextStore;
  readonly #key: string;
  readonly #forms: Map<string, unknown>;
  readonly #listeners = new Set<() => void>();

  constructor(table: string, store: TextStore) {
    this.#store = store;
    this.#key = `${typedKeys.form}${table}`;
    this.#forms = new Map(Object.entries(readMap(store.getItem(this.#key))));
  }

  get(form: string): unknown {
    return this.#forms.get(form);
  }

  keep(form: string, typed: unknown): void {
    const isNew = !this.#forms.has(form);
    this.#forms.set(form, typed);
    this.#write();
    if (isNew) this.#tell();
  }

  forget(form: string): void {
    if (!this.#forms.delete(form)) return;
    this.#write();
    this.#tell();
  }

  /** For React: told when a form is begun or done, not at every key. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #write(): void {
    try {
      if (this.#forms.size === 0) this.#store.removeItem(this.#key);
      else this.#store.setItem(this.#key, JSON.stringify(Object.fromEntries(this.#forms)));
    } catch {
      // The browser's storage is full or forbidden: what is typed lasts as long as the page.
    }
  }
}

function readMap(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
