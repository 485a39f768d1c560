/** Gives each different value a small number, so that states that hold thousands of them are compared by short keys. */
export class Interned<T> {
  readonly #ids = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  readonly #values: T[] = [];

  /** @param nothing the value whose number is 0. */
  constructor(nothing: T) {
    this.id(nothing);
  }

  /** The value's number; the same for all values that read the same as JSON. */
  id(value: T): number {
    const text = JSON.stringify(value) ?? '';
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#ids.set(text, id);
    this.#values.push(value);
    return id;
  }

  /** The number of the value that is made where the key is new; for whoever has a key that is shorter than the value. */
  idBy(key: string, make: () => T): number {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const id = this.id(make());
    this.#keys.set(key, id);
    return id;
  }

  /** All that there are. */
  values(): readonly T[] {
    return this.#values;
  }

  at(id: number): T {
    const value = this.#values[id];
    if (value === undefined && id !== 0) throw new Error(`no value has the number ${id}`);
    return value as T;
  }
}
