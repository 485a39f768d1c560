import type { StoreCall } from '../../shared/ports/routing-table-store.ts';

interface Running<Result> {
  readonly result: Promise<Result>;
  readonly signal: AbortSignal | undefined;
}

/** Work that is asked for again while it runs, and done once. */
export class SharedWork<Key, Result> {
  readonly #running = new Map<Key, Running<Result>>();

  /**
   * The result of the work with that key which is under way, else of `begin`. Rejects at once when `signal` is aborted;
   * the work itself is told only when it was begun with this signal. What somebody else began and gave up is begun anew.
   */
  of(key: Key, begin: (call: StoreCall) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const running = this.#running.get(key);
    if (running === undefined || isAborted(running.signal))
      return untilAborted(this.#begin(key, begin, signal), signal);
    return untilAborted(running.result, signal).catch((error: unknown) => {
      if (isAborted(signal) || !isAborted(running.signal)) throw error;
      return this.of(key, begin, signal);
    });
  }

  #begin(key: Key, begin: (call: StoreCall) => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    const result = begin(signal === undefined ? {} : { signal });
    const running = { result, signal };
    this.#running.set(key, running);
    const ended = (): void => {
      // Another may have begun since this one was given up.
      if (this.#running.get(key) === running) this.#running.delete(key);
    };
    result.then(ended, ended);
    return result;
  }
}

/** The result of work that may go on when it is no longer waited for. Rejects at once when `signal` is aborted. */
export async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

export function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
