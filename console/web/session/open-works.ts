/** Something that is open in this tab, and may hold what the API does not have yet: the draft of a table. */
export interface OpenWork {
  /** "example-bank" */
  readonly name: string;
  isUnsaved(): boolean;
  /** Rejects when it cannot be saved now. */
  save(): Promise<void>;
  /** Ends it without saving: nothing of it is written any more, here or elsewhere. */
  drop(): void;
}

/** What is open in this tab, for whoever ends it all: the sign-out. */
export class OpenWorks {
  readonly #works = new Set<OpenWork>();

  /** @returns what takes it away again. */
  add(work: OpenWork): () => void {
    this.#works.add(work);
    return () => void this.#works.delete(work);
  }

  /** Names of those that have something unsaved. */
  unsaved(): readonly string[] {
    return this.#unsaved().map(({ name }) => name);
  }

  /** Tries to save all; what cannot be saved is still unsaved after it. */
  async save(): Promise<void> {
    await Promise.allSettled(this.#unsaved().map(async (work) => work.save()));
  }

  drop(): void {
    for (const work of this.#works) work.drop();
    this.#works.clear();
  }

  #unsaved(): readonly OpenWork[] {
    return [...this.#works].filter((work) => work.isUnsaved());
  }
}

/** Of this tab. */
export const openWorks = new OpenWorks();
