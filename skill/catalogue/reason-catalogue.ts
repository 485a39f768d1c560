import type { Reason } from '../../shared/domain/routing/table.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { PublishedReasons, ReasonsInForce } from '../../shared/ports/published-reasons.ts';
import type { Timers } from '../../shared/ports/timers.ts';

/** How long a warm function goes on with the reasons that it knows. */
const freshForMs = 5 * 60_000;
/** A greeting waits no longer: the interaction model has reasons of its own. */
const timeoutMs = 500;
/** After a failure it is not tried again at once: a store that is down must not slow every greeting. */
const retryAfterMs = 30_000;

export interface ReasonCatalogueOptions {
  readonly published: PublishedReasons;
  /** Which routing table takes the calls. */
  readonly tableName: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
}

/** The reasons of the routing table in force, as this function knows them. */
export class ReasonCatalogue {
  readonly #options: ReasonCatalogueOptions;
  #known: { readonly version: number; readonly reasons: readonly Reason[] } | undefined;
  #freshUntil = -Infinity;
  #asking: Promise<void> | undefined;

  constructor(options: ReasonCatalogueOptions) {
    this.#options = options;
  }

  /**
   * Most important first. `undefined` when none is known and the store does not tell in 500 ms: then the interaction model's own
   * reasons do. Never rejects.
   */
  async reasons(): Promise<readonly Reason[] | undefined> {
    if (this.#options.clock.now() >= this.#freshUntil) {
      this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
      await this.#asking;
    }
    return this.#known?.reasons;
  }

  async #ask(): Promise<void> {
    const { published, tableName, clock, timers, logger } = this.#options;
    const known = this.#known?.version;
    const gaveUp = new AbortController();
    const timer = timers.after(timeoutMs, () => gaveUp.abort());
    try {
      const answer = published.inForce(tableName, {
        signal: gaveUp.signal,
        ...(known === undefined ? {} : { known }),
      });
      this.#take(await orAborted(answer, gaveUp.signal));
      this.#freshUntil = clock.now() + freshForMs;
    } catch (error) {
      this.#freshUntil = clock.now() + retryAfterMs;
      if (gaveUp.signal.aborted) logger.warn('reasons-late', { milliseconds: timeoutMs });
      else logger.error('reasons-unavailable', error);
    } finally {
      timer.cancel();
    }
  }

  #take(answer: ReasonsInForce): void {
    switch (answer.kind) {
      case 'read':
        this.#known = { version: answer.version, reasons: answer.reasons };
        return;
      case 'none':
        this.#known = undefined;
        return;
      case 'unchanged':
        return;
      default:
        answer satisfies never;
    }
  }
}

/** Does not wait for a store that takes no notice of the signal. */
async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true });
  return Promise.race([work, aborted]);
}
