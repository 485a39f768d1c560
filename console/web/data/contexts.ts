import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callContextResponseSchema, type CallContextResponse } from '../../../shared/contracts/console-api.ts';
import { callsOfContextResponseSchema, type CallsOfContextResponse } from '../../../shared/contracts/desk-api.ts';
import { useApi } from './use-api.ts';

/**
 * Who is calling, and why. Each answer is recorded as a look, so it is asked for once: not again when the page is come back to, nor
 * when the connection is. `undefined`: none is wanted.
 */
export function useCallContext(id: string | undefined): UseQueryResult<CallContextResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['context', id],
    queryFn: ({ signal }) => api.ask(pathOf(id), callContextResponseSchema, { signal }),
    enabled: id !== undefined,
    // Never old: not even when all else is asked for anew after somebody has signed in again.
    staleTime: 'static',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Calls of the context's caller, latest first. Asked for after the context, for one that is refused has none. */
export function useCallsOfContext(id: string, isThere: boolean): UseQueryResult<CallsOfContextResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['calls', 'of-context', id],
    queryFn: ({ signal }) => api.ask(`${pathOf(id)}/calls`, callsOfContextResponseSchema, { signal }),
    enabled: isThere,
  });
}

function pathOf(id: string | undefined): string {
  return `/call-contexts/${encodeURIComponent(id ?? '')}`;
}
