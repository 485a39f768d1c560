/** Hands values over one at a time, in the order they came, to one reader that may come first. */
export class Queue<Value> {
  readonly #values: Value[] = [];
  #reader: ((value: Value) => void) | undefined;

  push(value: Value): void {
    const reader = this.#reader;
    this.#reader = undefined;
    if (reader === undefined) this.#values.push(value);
    else reader(value);
  }

  next(): Promise<Value> {
    const value = this.#values.shift();
    if (value !== undefined) return Promise.resolve(value);
    return new Promise((resolve) => {
      this.#reader = resolve;
    });
  }

  get isEmpty(): boolean {
    return this.#values.length === 0;
  }
}
