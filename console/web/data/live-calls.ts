import { useSyncExternalStore } from 'react';
import type { LiveCall } from '../../../shared/contracts/desk-api.ts';
import { LiveWatch, type LiveConnection, type Sight } from '../calls/live/live-watch.ts';
import { useNow } from '../ui/use-now.ts';
import { laterTimers } from '../workbench/browser-timers.ts';
import type { Api } from './api.ts';
import type { Problem } from './problem.ts';
import { useApi } from './use-api.ts';

export type { LiveConnection } from '../calls/live/live-watch.ts';

export interface LiveCallsSeen {
  /** Everything under way, and the latest 50 of the last hour that have ended; latest first. */
  readonly calls: readonly LiveCall[];
  /** What the service's clock shows, in milliseconds since 1970, told anew each second: what "waiting since" is held against. */
  readonly now: number;
  /** `lost`: the calls may be old; it is asked for again by itself. */
  readonly connection: LiveConnection;
  /** Why it was lost, where that is known. */
  readonly problem?: Problem;
  /** Asks at once. */
  readonly askNow: () => void;
}

/** The calls of this moment. All who use it share one subscription, which rests while the page cannot be seen. */
export function useLiveCalls(): LiveCallsSeen {
  const watch = watchOf(useApi());
  const { calls, connection, aheadMs, problem } = useSyncExternalStore(watch.subscribe, watch.snapshot);
  const now = useNow(1000) + aheadMs;
  return { calls, now, connection, askNow: watch.askNow, ...(problem === undefined ? {} : { problem }) };
}

/** As long as the session. */
const watches = new WeakMap<Api, LiveWatch>();

function watchOf(api: Api): LiveWatch {
  const watch = watches.get(api) ?? new LiveWatch({ ask: askOf(api), timers: laterTimers, now: Date.now, sight });
  watches.set(api, watch);
  return watch;
}

function askOf(api: Api) {
  return async (lastEventId: string | undefined, signal: AbortSignal): Promise<string> => {
    const headers = {
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    const response = await api.open('/calls/live', { headers, signal });
    return response.text();
  };
}

const sight: Sight = {
  get isHidden() {
    return document.visibilityState === 'hidden';
  },
  subscribe: (listener) => {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
