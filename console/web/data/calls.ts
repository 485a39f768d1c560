import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type * as z from 'zod';
import type { callCommandSchema } from '../../../shared/contracts/call-command.ts';
import {
  callResponseSchema,
  callsResponseSchema,
  type CallResponse,
  type CallsResponse,
} from '../../../shared/contracts/calls-api.ts';
import { callCommandResponseSchema, type CallCommandResponse } from '../../../shared/contracts/console-api.ts';
import { useApi } from './use-api.ts';

/** ISO 8601. Both absent: the last 24 hours. */
export interface TimeSpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface NextPage {
  readonly from: string;
  readonly to: string;
  readonly cursor: string;
}

/** The most that the API gives at once. */
const pageLimit = '100';

/** Calls that began in some time, latest first, a page at a time. */
export function useCallsBetween({ from, to }: TimeSpan): UseInfiniteQueryResult<InfiniteData<CallsResponse>> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['calls', 'between', from ?? '', to ?? ''],
    initialPageParam: undefined as NextPage | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: pageLimit });
      // A cursor counts with the times that its page was answered with.
      for (const [name, value] of Object.entries(pageParam ?? { from, to }))
        if (value !== undefined) query.set(name, value);
      return api.ask(`/calls?${query.toString()}`, callsResponseSchema, { signal });
    },
    getNextPageParam: ({ from, to, cursor }): NextPage | undefined =>
      cursor === undefined ? undefined : { from, to, cursor },
    // Pages hang together: they are read anew when somebody asks for it.
    staleTime: Infinity,
  });
}

const callPath = (transactionId: string): string => `/calls/${encodeURIComponent(transactionId)}`;

/** While a call is under way, and its news do not come by the live list, it is asked for every so many milliseconds. */
const underWayMs = 10_000;

/** All that is known of one call. */
export function useCall(transactionId: string): UseQueryResult<CallResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['call', transactionId],
    queryFn: ({ signal }) => api.ask(callPath(transactionId), callResponseSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.summary?.ending === 'underWay' ? underWayMs : false),
  });
}

type CallCommandBody = z.input<typeof callCommandSchema>;

/** Has something done to a call under way; what it made of it comes with its records. */
export function useCommandCall(transactionId: string): UseMutationResult<CallCommandResponse, Error, CallCommandBody> {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CallCommandBody) =>
      api.ask(`${callPath(transactionId)}/commands`, callCommandResponseSchema, { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['call', transactionId] }),
  });
}
