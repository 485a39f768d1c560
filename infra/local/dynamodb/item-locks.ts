/** One after the other for each item: works whose items have nothing in common do not wait for each other. */
export class ItemLocks {
  readonly #last = new Map<string, Promise<void>>();

  /** Runs `work` when all that was ordered before for any of these items is over, however it ended. */
  async hold<Value>(ids: readonly string[], work: () => Promise<Value>): Promise<Value> {
    const before = ids.flatMap((id) => this.#last.get(id) ?? []);
    const { promise, resolve } = Promise.withResolvers<void>();
    // In one go for all of them: two works with two items in common cannot wait for each other.
    for (const id of ids) this.#last.set(id, promise);
    try {
      await Promise.all(before);
      return await work();
    } finally {
      resolve();
      for (const id of ids) if (this.#last.get(id) === promise) this.#last.delete(id);
    }
  }
}
