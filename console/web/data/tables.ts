import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  publishedResponseSchema,
  savedDraftSchema,
  tableResponseSchema,
  tablesResponseSchema,
  versionsResponseSchema,
  type PublishedResponse,
  type RollBackRequest,
  type SavedDraft,
  type SaveDraft,
  type TableResponse,
  type TablesResponse,
  type TableSourceBody,
  type VersionsResponse,
} from '../../../shared/contracts/tables-api.ts';
import type { Api } from './api.ts';
import { tablePath } from './table-paths.ts';
import { useApi } from './use-api.ts';

export function useTables(): UseQueryResult<TablesResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['tables'],
    queryFn: ({ signal }) => api.ask('/tables', tablesResponseSchema, { signal }),
  });
}

/** The version in force. `isThere`: whether there is one. */
export function useTable(name: string, isThere = true): UseQueryResult<TableResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['table', name],
    queryFn: ({ signal }) => api.ask(tablePath(name), tableResponseSchema, { signal, timeoutMs: 30_000 }),
    enabled: isThere,
  });
}

/** Newest first. */
export function useVersions(name: string): UseQueryResult<VersionsResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['versions', name],
    queryFn: ({ signal }) => api.ask(`${tablePath(name)}/versions`, versionsResponseSchema, { signal }),
  });
}

/** One version with its files, which never change. `undefined`: none is wanted. */
export function useVersion(name: string, version: number | undefined): UseQueryResult<TableResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['version', name, version],
    queryFn: ({ signal }) =>
      api.ask(`${tablePath(name)}/versions/${version ?? 0}`, tableResponseSchema, { signal, timeoutMs: 30_000 }),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
}

/** Puts an earlier version in force again. */
export function useRollBack(name: string): UseMutationResult<PublishedResponse, Error, RollBackRequest> {
  const api = useApi();
  const refresh = useRefreshTables(name);
  return useMutation({
    mutationFn: (body: RollBackRequest) =>
      api.ask(`${tablePath(name)}/rollback`, publishedResponseSchema, { method: 'POST', body, timeoutMs: 30_000 }),
    // After a refusal, too: it says that somebody was faster.
    onSettled: refresh,
  });
}

/** Begins the draft of a table that there is not yet. */
export function useNewTable(): UseMutationResult<SavedDraft, Error, { name: string; source: TableSourceBody }> {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, source }) => beginDraft(api, name, source),
    onSettled: () => client.invalidateQueries({ queryKey: ['tables'] }),
  });
}

/** After something was put in force: whatever shows tables reads them anew. */
export function useRefreshTables(name: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const keys = [['tables'], ['table', name], ['draft', name], ['versions', name], ['changes']];
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}

function beginDraft(api: Api, name: string, source: TableSourceBody): Promise<SavedDraft> {
  const body: SaveDraft = { source, basedOn: 0 };
  return api.ask(`${tablePath(name)}/draft`, savedDraftSchema, {
    method: 'PUT',
    body,
    headers: { 'if-none-match': '*' },
    timeoutMs: 30_000,
  });
}
