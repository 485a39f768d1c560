import { liveCallsSchema, type LiveCall } from '../../../../shared/contracts/desk-api.ts';
import { Problem } from '../../data/problem.ts';
import type { LaterTimers } from '../../workbench/timers.ts';
import { readNews } from './read-news.ts';

/** `connecting`: nobody has answered yet; `lost`: nobody answers any more, what is shown may be old. */
export type LiveConnection = 'live' | 'connecting' | 'lost';

export interface LiveSnapshot {
  /** Latest first. */
  readonly calls: readonly LiveCall[];
  readonly connection: LiveConnection;
  /** By how much the service's clock is ahead of this one, in milliseconds. */
  readonly aheadMs: number;
  /** Why it was lost, where that is known. */
  readonly problem?: Problem;
}

/** Whether anybody can see the page. */
export interface Sight {
  readonly isHidden: boolean;
  subscribe(listener: () => void): () => void;
}

export interface LiveDoors {
  /** One answer of `GET /calls/live`, as text. */
  readonly ask: (lastEventId: string | undefined, signal: AbortSignal) => Promise<string>;
  readonly timers: LaterTimers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sight: Sight;
}

const usualWaitMs = 1000;
const longestWaitMs = 30_000;
/** An answer that has not ended by then will not. */
const answerWithinMs = 15_000;

/**
 * The calls of this moment, for however many look: one subscription, which asks again as long as anybody does and the page can be
 * seen. When nobody answers it waits longer each time, up to half a minute, and goes on by itself.
 */
export class LiveWatch {
  readonly #doors: LiveDoors;
  readonly #listeners = new Set<() => void>();
  #snapshot: LiveSnapshot = { calls: [], connection: 'connecting', aheadMs: 0 };
  #lastEventId: string | undefined;
  #retryMs = usualWaitMs;
  #failures = 0;
  #next: { cancel(): void } | undefined;
  #asking: AbortController | undefined;
  #unsee: (() => void) | undefined;

  constructor(doors: LiveDoors) {
    this.#doors = doors;
  }

  /** The same object until something changes. */
  readonly snapshot = (): LiveSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.#unsee = this.#doors.sight.subscribe(() => this.#goOn());
      this.#goOn();
    }
    return () => {
      if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
      this.#unsee?.();
      this.#pause();
    };
  };

  /** Asks at once, whatever it waits for. */
  readonly askNow = (): void => {
    this.#pause();
    this.#failures = 0;
    this.#goOn();
  };

  #goOn(): void {
    if (this.#doors.sight.isHidden || this.#listeners.size === 0) this.#pause();
    else if (this.#asking === undefined) {
      this.#next?.cancel();
      void this.#ask();
    }
  }

  #pause(): void {
    this.#next?.cancel();
    this.#next = undefined;
    this.#asking?.abort();
    this.#asking = undefined;
  }

  async #ask(): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const late = this.#doors.timers.after(answerWithinMs, () => asking.abort());
    let waitMs: number;
    try {
      const text = await this.#doors.ask(this.#lastEventId, asking.signal);
      // Paused meanwhile: whoever goes on asks anew.
      if (this.#asking !== asking) return;
      this.#take(text);
      waitMs = this.#retryMs;
    } catch (error) {
      if (this.#asking !== asking) return;
      waitMs = this.#lose(error);
    } finally {
      late.cancel();
    }
    this.#asking = undefined;
    this.#next = this.#doors.timers.after(waitMs, () => void this.#ask());
  }

  #take(text: string): void {
    const { events, retryMs } = readNews(text);
    if (retryMs !== undefined) this.#retryMs = Math.min(Math.max(retryMs, usualWaitMs), longestWaitMs);
    this.#failures = 0;
    const latest = events.at(-1);
    if (latest === undefined) {
      if (this.#snapshot.connection !== 'live') this.#tell({ ...this.#sameCalls(), connection: 'live' });
      return;
    }
    const { calls, now } = liveCallsSchema.parse(JSON.parse(latest.data));
    this.#lastEventId = latest.id;
    this.#tell({ calls, connection: 'live', aheadMs: Date.parse(now) - this.#doors.now() });
  }

  /** @returns how long to wait, in milliseconds. */
  #lose(error: unknown): number {
    this.#failures += 1;
    const problem = error instanceof Problem ? error : undefined;
    // What is shown is asked for whole once somebody answers: what came meanwhile may have been read in part.
    this.#lastEventId = undefined;
    this.#tell({ ...this.#sameCalls(), connection: 'lost', ...(problem === undefined ? {} : { problem }) });
    const waitMs = Math.min(this.#retryMs * 2 ** (this.#failures - 1), longestWaitMs);
    return Math.max(waitMs, Math.min(problem?.retryAfterMs ?? 0, longestWaitMs));
  }

  #sameCalls(): Pick<LiveSnapshot, 'calls' | 'aheadMs'> {
    const { calls, aheadMs } = this.#snapshot;
    return { calls, aheadMs };
  }

  #tell(snapshot: LiveSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
