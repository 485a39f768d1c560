import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { figuresResponseSchema, type FiguresResponse } from '../../../shared/contracts/figures-api.ts';
import type { TimeSpan } from './calls.ts';
import { useApi } from './use-api.ts';

/** Thousands of calls are counted anew each time. */
const countingMs = 30_000;

/** What came of the calls of some time, counted; what was counted before stays shown meanwhile. */
export function useFigures({ from, to }: TimeSpan): UseQueryResult<FiguresResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['figures', from ?? '', to ?? ''],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams();
      if (from !== undefined) query.set('from', from);
      if (to !== undefined) query.set('to', to);
      return api.ask(`/call-figures?${query.toString()}`, figuresResponseSchema, { signal, timeoutMs: countingMs });
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
