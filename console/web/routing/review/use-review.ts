import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReviewResponse } from '../../../../shared/contracts/tables-api.ts';
import { useRefreshTables } from '../../data/tables.ts';
import type { DraftDesk } from '../../workbench/draft-desk.ts';

/** What the draft would change, asked for once each time somebody opens the review. */
export function useReview(desk: DraftDesk): UseQueryResult<ReviewResponse> {
  const opening = useId();
  return useQuery({
    queryKey: ['review', desk.name, opening],
    queryFn: () => desk.review(),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}

/** Puts the draft in force. Answers with the version. */
export function usePublish(desk: DraftDesk): UseMutationResult<number, Error, string> {
  const refresh = useRefreshTables(desk.name);
  return useMutation({ mutationFn: (because: string) => desk.publish(because), onSettled: refresh });
}
