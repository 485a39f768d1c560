import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  callResponseSchema,
  callsResponseSchema,
  type CallResponse,
  type CallsResponse,
} from '../../../shared/contracts/calls-api.ts';
import { tablesResponseSchema, type TablesResponse } from '../../../shared/contracts/tables-api.ts';
import { useSession } from '../session/session.ts';
import type { Api } from './api.ts';
import { useApi } from './use-api.ts';

/** Which tables there are. */
export function useSimulatedTables(): UseQueryResult<TablesResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['tables'],
    queryFn: ({ signal }) => api.ask('/tables', tablesResponseSchema, { signal }),
  });
}

/** Calls of the last day, whose callers can be tried again; none for whoever may not see calls. */
export function useRecentCalls(): UseQueryResult<CallsResponse> {
  const api = useApi();
  const { can } = useSession();
  return useQuery({
    queryKey: ['calls', 'of-the-last-day'],
    queryFn: ({ signal }) => api.ask('/calls?limit=20', callsResponseSchema, { signal }),
    enabled: can('calls/read'),
  });
}

/** All that is known of one call. */
export function askForCall(api: Api, transactionId: string): Promise<CallResponse> {
  return api.ask(`/calls/${encodeURIComponent(transactionId)}`, callResponseSchema);
}
