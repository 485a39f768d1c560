/** Whether the console answers, for all who show or need it. */
export class Connection {
  #isThere = true;
  readonly #listeners = new Set<() => void>();

  get isThere(): boolean {
    return this.#isThere;
  }

  /** Told of each request: whether somebody answered. */
  readonly tell = (isThere: boolean): void => {
    if (isThere === this.#isThere) return;
    this.#isThere = isThere;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
