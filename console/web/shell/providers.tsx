import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { useLocation } from 'wouter';
import { Connection } from '../data/connection.ts';
import { consoleApi } from '../data/console-api.ts';
import { newQueryClient, pauseQueriesWhile } from '../data/query-client.ts';
import { ApiContext } from '../data/use-api.ts';
import { ConnectionContext } from '../data/use-connection.ts';
import { SessionGate } from '../session/session-gate.tsx';
import { useSession } from '../session/session.ts';
import { ConfigGate } from './config-gate.tsx';

/** What every page stands on: where the console is, who is signed in, and the API. */
export function Providers({ children }: { readonly children: ReactNode }): ReactElement {
  const [queries] = useState(newQueryClient);
  const [connection] = useState(() => new Connection());
  const [, navigate] = useLocation();
  useEffect(() => pauseQueriesWhile(connection), [connection]);
  return (
    <RouterProvider navigate={(to) => navigate(to)}>
      <QueryClientProvider client={queries}>
        <ConnectionContext value={connection}>
          <ConfigGate>
            {(config) => (
              <SessionGate config={config} onSignedInAgain={() => void queries.invalidateQueries()}>
                <WithApi connection={connection}>{children}</WithApi>
              </SessionGate>
            )}
          </ConfigGate>
        </ConnectionContext>
      </QueryClientProvider>
    </RouterProvider>
  );
}

function WithApi({
  connection,
  children,
}: {
  readonly connection: Connection;
  readonly children: ReactNode;
}): ReactElement {
  const { config, token } = useSession();
  const api = useMemo(
    () =>
      consoleApi(
        { config, token },
        {
          fetch: (address, request) => fetch(address, request),
          timeout: (ms) => AbortSignal.timeout(ms),
          onReach: connection.tell,
        },
      ),
    [config, token, connection],
  );
  return <ApiContext value={api}>{children}</ApiContext>;
}
