import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import type { Connection } from '../data/connection.ts';
import { useConnection } from '../data/use-connection.ts';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';

const probeEveryMs = 3000;
const probeTimeoutMs = 2500;

/** Says that the console does not answer, asks until it does, and says so, too. */
export function ConnectionNotice(): ReactElement {
  const connection = useConnection();
  const isThere = useSyncExternalStore(connection.subscribe, () => connection.isThere);
  const tell = useToast();
  useEffect(() => {
    const lost = (): void => connection.tell(false);
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, [connection]);
  useEffect(() => {
    if (isThere) return undefined;
    const stop = new AbortController();
    const ask = (): void => void probe(connection, stop.signal);
    ask();
    const timer = setInterval(ask, probeEveryMs);
    window.addEventListener('online', ask);
    return () => {
      stop.abort();
      clearInterval(timer);
      window.removeEventListener('online', ask);
      // Only a connection that is back ends this.
      if (connection.isThere) tell('The connection is back', 'good');
    };
  }, [connection, isThere, tell]);
  return (
    <div role="status">
      {!isThere && (
        <Notice tone="warning" title="The console does not answer">
          It is asked every few seconds. What you type is kept, and sent once it answers.
        </Notice>
      )}
    </div>
  );
}

/** Whoever serves the page answers without a token. */
async function probe(connection: Connection, stopped: AbortSignal): Promise<void> {
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(probeTimeoutMs)]);
    const answer = await fetch('/config.json', { cache: 'no-store', signal });
    if (answer.ok && !stopped.aborted) connection.tell(true);
  } catch {
    // Asked again in a moment.
  }
}
