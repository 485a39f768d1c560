import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { changesResponseSchema, type ChangesResponse } from '../../../shared/contracts/changes-api.ts';
import { useApi } from './use-api.ts';

const pageLimit = 50;

/** Who did what, latest first, a page at a time. */
export function useChanges(): UseInfiniteQueryResult<InfiniteData<ChangesResponse>> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['changes'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        limit: String(pageLimit),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      });
      return api.ask(`/changes?${query.toString()}`, changesResponseSchema, { signal });
    },
    getNextPageParam: ({ cursor }) => cursor,
  });
}
