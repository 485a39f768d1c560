import type { TableSourceBody } from '../../../shared/contracts/tables-api.ts';

interface Written {
  readonly revision: number;
  readonly source: TableSourceBody;
}

/** The texts of the last revision that the bench has written, and who waits for those of a later one. */
export class WrittenTexts {
  #last: Written | undefined;
  #wanted = 0;
  #waiting: PromiseWithResolvers<Written>[] = [];

  get last(): Written | undefined {
    return this.#last;
  }

  /** From here on this is the revision that counts. */
  want(revision: number): void {
    this.#wanted = revision;
  }

  /** @returns whether it is the one that counts. */
  take(written: Written): boolean {
    if (written.revision !== this.#wanted) return false;
    this.#last = written;
    for (const { resolve } of this.#waiting.splice(0)) resolve(written);
    return true;
  }

  /** Nothing will be written any more. */
  fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  wanted(): Promise<Written> {
    if (this.#last?.revision === this.#wanted) return Promise.resolve(this.#last);
    const waiting = Promise.withResolvers<Written>();
    this.#waiting.push(waiting);
    return waiting.promise;
  }
}
