/** Keeps what was read last, as long as all of it together stays below a limit. */
export class RecentBytes {
  readonly #entries = new Map<string, { readonly version: string; readonly bytes: Uint8Array }>();
  readonly #maximumBytes: number;
  #total = 0;

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes;
  }

  get(path: string, version: string): Uint8Array | undefined {
    const entry = this.#entries.get(path);
    if (entry?.version !== version) return undefined;
    // A Map keeps the order of insertion: what is used moves to its end, and what is at its beginning goes first.
    this.#entries.delete(path);
    this.#entries.set(path, entry);
    return entry.bytes;
  }

  set(path: string, version: string, bytes: Uint8Array): void {
    this.#remove(path);
    if (bytes.length > this.#maximumBytes) return;
    this.#entries.set(path, { version, bytes });
    this.#total += bytes.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#total <= this.#maximumBytes) break;
      this.#remove(oldest);
    }
  }

  #remove(path: string): void {
    this.#total -= this.#entries.get(path)?.bytes.length ?? 0;
    this.#entries.delete(path);
  }
}
